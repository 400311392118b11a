/** An error in the user's input. The program prints its message and nothing else. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
}
