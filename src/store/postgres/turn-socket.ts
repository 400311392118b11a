import { Socket } from 'node:net';

/**
 * A connection that sends the statements of one turn of the event loop together. `pg` corks its stream for each statement: the
 * first cork of a turn holds until its end. Each packet would wake the server, and cost both sides a system call.
 */
export class TurnSocket extends Socket {
  #isHeld = false;

  override cork(): void {
    super.cork();
    if (this.#isHeld) return;
    this.#isHeld = true;
    super.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      super.uncork();
    });
  }
}
