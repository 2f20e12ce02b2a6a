import type { Analysis } from '../analysis.ts';
import type { Configuration, NotDefect } from '../config/model.ts';
import type { Suppressions } from '../config/suppressions.ts';
import type { FileSummary, OtherFiles } from '../model/summary.ts';
import type { EarlierMeanings } from '../resolve/meanings.ts';
import type { TextRange } from '../text/range.ts';
import type { Steps } from '../text/steps.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement in the document's text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

export interface Fix {
  /** What the fix does, in the imperative: `Change "(3)" to "(4)"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The likeliest of several; at most one of a finding's fixes. The editor offers it first. */
  readonly preferred?: boolean;
  /**
   * Whether nobody need look at it: what was found cannot be meant, and no other text can be right. `proviso fix` and
   * "Fix All" apply these and no others, so a fix on mere likelihood is never one. A certain fix is preferred too.
   */
  readonly certain?: boolean;
}

export interface RelatedPlace {
  readonly range: TextRange;
  readonly message: string;
  /** The other file in which it stands; without one it is in the same. */
  readonly file?: FileSummary;
}

/** What a rule reports: the rule says what is wrong, what was found instead, and where the other place is. */
export interface RuleReport {
  readonly range: TextRange;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export interface Finding extends RuleReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** One check. A rule is one file here and one page in docs/rules, whose examples are its test. */
export interface Rule {
  /** Words a lawyer understands, so that "ignore broken-reference" reads well. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity | 'off';
  readonly scope: 'document' | 'workspace';
  /** Whether a comment silences it only by its name, and not by naming no rule. */
  readonly silencedByName?: boolean;
  /** Where the rule reports anything, the document is not what anybody wrote, and the rules behind it are not run. */
  readonly silencesOthers?: boolean;
  /** Long work that the rule needs done, step by step: the rule itself is run in one go. */
  readonly prepare?: (analysis: Analysis) => Steps<void>;
  /**
   * Reports in any order; must be linear in the document. May throw: the runner then drops this rule's reports. The
   * rules run in the order of their list, and `silenced` tells what was silenced of those before; `others` tells
   * of the other files of the workspace, `earlier` of what the citations meant before.
   */
  check(
    analysis: Analysis,
    configuration: Configuration,
    silenced: SilencedFindings,
    others: OtherFiles,
    earlier: EarlierMeanings,
  ): Iterable<RuleReport>;
}

/** What comments and the project's settings have silenced so far, and what rules that could tell of. */
export interface SilencedFindings {
  readonly suppressions: Suppressions;
  isUsed(entry: NotDefect): boolean;
  /** Whether the rule has come to its end: of others nobody knows what there was to silence. For null: all rules. */
  hasRun(rule: string | null): boolean;
}
