/** Something wrong with what the user gave; its message is the whole of what they are told. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
}
