import { expect, test } from 'vitest';
import { runDateline } from '../support/run-dateline.ts';

test('parse prints the sentences of a text as CoNLL-U', async () => {
  expect(await runDateline(['parse', "The envoys didn't meet. They left."])).toEqual({
    code: 0,
    signal: null,
    stdout: [
      '# sent_id = 1',
      "# text = The envoys didn't meet.",
      '1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_',
      '2\tenvoys\tenvoy\tNOUN\tNNS\t_\t5\tnsubj\t_\t_',
      "3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
      '3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_',
      "4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_",
      '5\tmeet\tmeet\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No',
      '6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_',
      '',
      '# sent_id = 2',
      '# text = They left.',
      '1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_',
      '2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No',
      '3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('parse --json gives each word its place in the whole text', async () => {
  const { stdout } = await runDateline(['parse', '--json', 'They met. She left.']);
  const { sentences } = JSON.parse(stdout);
  expect(sentences[1]).toMatchObject({ start: 10, end: 19 });
  expect(sentences[1].words[1]).toMatchObject({ form: 'left', start: 14, end: 18, lemma: 'leave', head: -1 });
});

test('parse says so where a text has no word', async () => {
  expect(await runDateline(['parse', ' '])).toMatchObject({ code: 0, stdout: '', stderr: 'no word found\n' });
});
