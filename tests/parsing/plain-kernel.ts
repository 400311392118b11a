import type { Kernel, WithMemory } from '../../src/parsing/kernel.ts';

const f = Math.fround;

/** The kernel in plain JavaScript: what each function of WebAssembly must give, bit for bit. */
export function openPlainKernel(bytes: number): Kernel & WithMemory {
  const floats = new Float32Array(Math.ceil(bytes / 4));
  const shorts = new Int16Array(floats.buffer);
  const float = (address: number): number => floats[address / 4] ?? 0;
  const short = (address: number): number => shorts[address / 2] ?? 0;
  const setFloat = (address: number, value: number): void => {
    floats[address / 4] = value;
  };

  return {
    floats,
    multiplyShorts(
      input,
      inputStride,
      rows,
      steps,
      weights,
      scales,
      outputs,
      bias,
      biasStride,
      out,
      outStride,
    ) {
      for (let row = 0; row < rows; row += 1) {
        for (let output = 0; output < outputs; output += 1) {
          const panel = weights + Math.floor(output / 32) * steps * 128 + (output % 32) * 4;
          let sum = 0;
          for (let step = 0; step < steps; step += 1) {
            const [at, weight] = [input + row * inputStride + step * 4, panel + step * 128];
            sum += short(at) * short(weight) + short(at + 2) * short(weight + 2);
          }
          const product = f(f(sum) * float(scales + output * 4));
          setFloat(
            out + row * outStride + output * 4,
            f(float(bias + row * biasStride + output * 4) + product),
          );
        }
      }
    },
    toShorts(from, length, scale, to) {
      for (let index = 0; index < length; index += 1) {
        const rounded = roundToEven(f(float(from + index * 4) * float(scale)));
        shorts[to / 2 + index] = Math.max(-32_768, Math.min(32_767, rounded));
      }
    },
    lstmStep(gates, units, before, after, hidden) {
      for (let unit = 0; unit < units; unit += 1) {
        const gate = (index: number): number => gates + (index * units + unit) * 4;
        setFloat(gate(0), sigmoid(float(gate(0))));
        setFloat(gate(1), sigmoid(float(gate(1))));
        setFloat(gate(2), tanh(float(gate(2))));
        setFloat(gate(3), sigmoid(float(gate(3))));
        const kept = f(float(gate(1)) * float(before + unit * 4));
        const cell = f(kept + f(float(gate(0)) * float(gate(2))));
        setFloat(after + unit * 4, cell);
        setFloat(hidden + unit * 4, f(float(gate(3)) * tanh(cell)));
      }
    },
    addRow(to, row, length) {
      for (let at = 0; at < length * 4; at += 4) setFloat(to + at, f(float(to + at) + float(row + at)));
    },
    rectify(at, length) {
      for (let index = 0; index < length; index += 1) {
        if (float(at + index * 4) < 0) setFloat(at + index * 4, 0);
      }
    },
    dotRows(left, rows, count, length, out) {
      for (let row = 0; row < count; row += 1) {
        const lanes: [number, number, number, number] = [0, 0, 0, 0];
        for (let index = 0; index < length; index += 1) {
          const product = f(float(left + index * 4) * float(rows + (row * length + index) * 4));
          const lane = index % 4;
          lanes[lane] = f((lanes[lane] ?? 0) + product);
        }
        setFloat(out + row * 4, f(f(lanes[0] + lanes[1]) + f(lanes[2] + lanes[3])));
      }
    },
  };
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}

const polynomial = (square: number, coefficients: readonly number[]): number =>
  coefficients.reduce((sum, coefficient) => f(coefficient + f(square * sum)));

function tanh(value: number): number {
  const x = Math.max(-f(4.97), Math.min(f(4.97), value));
  const square = f(x * x);
  const above = polynomial(square, [1, 378, 17_325, 135_135]);
  return f(f(x * above) / polynomial(square, [28, 3150, 62_370, 135_135]));
}

const sigmoid = (value: number): number => f(0.5 + f(tanh(f(value * 0.5)) * 0.5));
