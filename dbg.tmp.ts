import { openTestTimeline } from './tests/support/open-test-timeline.ts';
import { dispatch } from './tests/bench/dispatches.ts';
const { timeline } = await openTestTimeline();
let t=performance.now();
for (let i=0;i<40;i++){ await timeline.ingestArticle(dispatch(i,600,'UNJOINED')); if(i%10===9){console.log(i,((performance.now()-t)/10).toFixed(1)); t=performance.now();} }
process.exit(0)
