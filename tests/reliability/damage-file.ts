import { pick, type Random } from '../bench/random.ts';

const PAGE_BYTES = 4096;

type Damage = (bytes: Buffer, random: Random) => void;

const somewhere = (bytes: Buffer, random: Random, length: number): Buffer => {
  const start = random(bytes.length - length);
  return bytes.subarray(start, start + length);
};

const somePage = (bytes: Buffer, random: Random): Buffer => {
  const start = random(bytes.length / PAGE_BYTES) * PAGE_BYTES;
  return bytes.subarray(start, start + PAGE_BYTES);
};

const flipBit: Damage = (bytes, random) => {
  const at = random(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
};

const flipText: Damage = (bytes, random) => {
  const letter = /[a-z]/g;
  letter.lastIndex = random(bytes.length);
  const at = letter.exec(bytes.toString('latin1'))?.index ?? 0;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
};

const fillWith =
  (section: (bytes: Buffer, random: Random) => Buffer, value: (random: Random) => number): Damage =>
  (bytes, random) => {
    const damaged = section(bytes, random);
    for (let at = 0; at < damaged.length; at += 1) damaged.writeUInt8(value(random), at);
  };

const swapPages: Damage = (bytes, random) => {
  const [one, other] = [somePage(bytes, random), somePage(bytes, random)];
  const kept = Buffer.from(one);
  one.set(other);
  other.set(kept);
};

const zero = () => 0;
const anyByte = (random: Random) => random(256);

/** Damage as disks, cables and people do it. */
const KINDS = {
  flipBit,
  flipText,
  zeroBytes: fillWith((bytes, random) => somewhere(bytes, random, 16), zero),
  zeroPage: fillWith(somePage, zero),
  randomBytes: fillWith((bytes, random) => somewhere(bytes, random, 16), anyByte),
  randomPage: fillWith(somePage, anyByte),
  swapPages,
} as const satisfies Record<string, Damage>;

/** Damages the bytes of a database in one place; returns the kind of damage. */
export function damageFile(bytes: Buffer, random: Random): string {
  const kind = pick(random, Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]]);
  KINDS[kind](bytes, random);
  return kind;
}
