/**
 * Words by meaning: each value lists words and phrases, separated by ", ", in normalised spelling.
 *
 * A key is one of
 * - settings, `group=value`, joined by ` & `; `a/b` shares a group's weight evenly, `a*3/b` by ratio;
 *   a leading `?` marks an interpretation that is reported as a guess;
 * - `part:hair`, a noun that colours and traits stand next to;
 * - `color:teal` (a key of colors.ts, a CSS name or a hex code), `accent:red` (a colour only beside a noun:
 *   hearts), `tint:red` ("reddish");
 * - `trait:long` (its sense depends on the noun: traits.ts), `tone:light`, `degree:slight`;
 * - `undrawable` (`undrawable:eyes` where its colours are still the eyes',
 *   `undrawable:eyes:pair` where there are two of them), and the words of grammar: not, not:after, is, and, or, gradient, with, but, wearing,
 *   named, honorific, likeness, now, random, filler, idiom.
 */
export type LexiconTable = Readonly<Record<string, string>>;
