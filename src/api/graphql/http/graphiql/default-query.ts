/** GraphiQL's first query. It works on any timeline and shows how a date is traced to its words. */
export const DEFAULT_QUERY = `# News articles as a timeline that cites its sources.
# Ctrl-Enter runs the query, Ctrl-Space completes it;
# the book at the left describes every type.

query FirstLook {
  timeline {
    articleCount
    eventCount
    earliest
    latest
    defaultAnchor
  }
  events(first: 5, orderBy: DATE_DESC, filter: { from: "2021-12-01" }) {
    totalCount
    edges {
      node {
        id
        title
        date {
          display
          edtf
          precision
          role
        }
        mentions {
          article {
            title
            publisher
          }
          quote {
            exact
          }
          timex {
            text
            value
          }
          anchor {
            date
            basis
          }
          rule
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  resolve(text: "They met last Tuesday and want to meet again early next year.") {
    text
    date {
      display
      edtf
    }
    rule
  }
}
`;
