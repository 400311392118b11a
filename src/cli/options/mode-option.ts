import { Option } from 'commander';
import { RESOLUTION_MODES, type ResolutionMode } from '../../domain/time/resolution.ts';
import { oneWord } from './option-values.ts';

/** What `resolve` and `tag` have in common. */
export interface ModeOptions {
  readonly mode?: ResolutionMode;
}

/** `--mode news`: how the texts tell their times, for a caller who knows it. */
export const modeOption = (): Option =>
  new Option('--mode <mode>', 'how times are told: NEWS, NARRATIVE (default: as the text shows)').argParser(
    oneWord(RESOLUTION_MODES),
  );
