/**
 * The colour that each value of a colour group stands for, as sRGB hex: the parser measures other colours
 * against these, and pages show them. They are what anime pictures tagged so look like, not the pure hues.
 */
export const SWATCHES = {
  hair_color: {
    aqua: '#5cd6d6',
    black: '#1d1a24',
    blonde: '#f3d876',
    blue: '#3d6fe0',
    brown: '#7d4b2a',
    gray: '#8d9099',
    green: '#45b058',
    orange: '#f28a2e',
    pink: '#f59ac4',
    purple: '#8848cc',
    red: '#cc2230',
    silver: '#c3c9d8',
    white: '#f5f5f8',
  },
  eye_color: {
    aqua: '#3fcdd2',
    black: '#1a1a1f',
    blue: '#3470e6',
    brown: '#7a4a28',
    green: '#3caa55',
    orange: '#f0882a',
    pink: '#f274ac',
    purple: '#8748cc',
    red: '#d22630',
    yellow: '#f4d02c',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A group whose values are colours, so that any colour can be weighed over them by distance. */
export type ColorGroupName = keyof typeof SWATCHES;
