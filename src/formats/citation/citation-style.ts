/** The line for people, in the Citation Style Language 1.0.2: title with date, timeline, revision, address (access date), sources. */
export const CITATION_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Dateline</title>
    <id>urn:dateline:citation-style</id>
    <updated>2021-12-21T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <text variable="title"/>
        <group delimiter=", ">
          <text variable="container-title"/>
          <text variable="version" prefix="revision "/>
        </group>
        <group delimiter=" ">
          <text variable="URL"/>
          <date variable="accessed" prefix="(accessed " suffix=")">
            <date-part name="day" suffix=" "/>
            <date-part name="month" suffix=" "/>
            <date-part name="year"/>
          </date>
        </group>
        <text variable="note"/>
      </group>
    </layout>
  </bibliography>
</style>`;
