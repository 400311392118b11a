import { expect, test } from 'vitest';
import { KERNEL_BYTES } from '../../src/parsing/kernel-bytes.ts';
import { createNet } from '../../src/parsing/net.ts';
import { readWeights } from '../../src/parsing/weights.ts';
import { seededRandom } from '../bench/random.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { assembleKernel } from '../training/kernel/kernel-source.ts';
import { bundledWeights } from './bundled-weights.ts';
import { openPlainKernel } from './plain-kernel.ts';

test('the kernel is what its source assembles to, byte for byte', () => {
  expect(Buffer.from(assembleKernel()).toString('base64')).toBe(KERNEL_BYTES);
});

test('the net gives the same bits in WebAssembly and in plain JavaScript', () => {
  const weights = readWeights(bundledWeights());
  const [net, plain] = [createNet(weights), createNet(weights, openPlainKernel)];
  const random = seededRandom(18);
  const forms = weights.tables['form'] ?? [];
  for (let sentence = 0; sentence < usualOrLong(25, 400); sentence += 1) {
    const words = Array.from({ length: 1 + random(25) }, () => forms[random(forms.length)] || 'Unheard-of');
    const heads = Int32Array.from(words, () => random(words.length + 1));
    const [scores, expected] = [net.read(words), plain.read(words)];
    expect(scores.tags).toEqual(expected.tags);
    expect(scores.arcs).toEqual(expected.arcs);
    expect(scores.labels(heads)).toEqual(expected.labels(heads));
  }
});
