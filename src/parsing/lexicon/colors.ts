/** The meaning of a colour word. */
export interface ColorDefinition {
  /** sRGB, `#rrggbb`. */
  readonly hex: string;
  /** Settled meanings that distance would get wrong, `value*weight/value`; "none" is not drawable there. */
  readonly hair?: string;
  readonly eyes?: string;
  /** The only part that people use the word for. */
  readonly only?: 'hair' | 'eyes';
  /** Usually a thing: a colour only beside a noun, never on its own. */
  readonly isWeak?: true;
  /** The word's meaning on its own. */
  readonly alone?: string;
  /** The colour where Chinese is written, if it differs. */
  readonly chinese?: string;
}

/** Colours that anime pictures mean by a word; the CSS names and the colour-name list come after these. */
export const COLORS: Readonly<Record<string, ColorDefinition>> = {
  aqua: { hex: '#3fd0d4', hair: 'aqua', eyes: 'aqua' },
  black: { hex: '#1b1a20', hair: 'black', eyes: 'black' },
  blonde: { hex: '#f3d876', hair: 'blonde', eyes: 'yellow', only: 'hair' },
  blue: { hex: '#3870e2', hair: 'blue', eyes: 'blue' },
  brown: { hex: '#7b4a29', hair: 'brown', eyes: 'brown' },
  gray: { hex: '#8d9099', hair: 'gray', eyes: 'none' },
  green: { hex: '#40aa56', hair: 'green', eyes: 'green' },
  orange: { hex: '#f08a2c', hair: 'orange', eyes: 'orange' },
  pink: { hex: '#f48ab8', hair: 'pink', eyes: 'pink' },
  purple: { hex: '#8748cc', hair: 'purple', eyes: 'purple' },
  red: { hex: '#ce2430', hair: 'red', eyes: 'red' },
  white: { hex: '#f5f5f8', hair: 'white', eyes: 'none' },
  yellow: { hex: '#f4d84c', hair: 'blonde', eyes: 'yellow' },
  // 青 is blue in Japanese and between green and blue in Chinese.
  ao: { hex: '#3870e2', hair: 'blue', eyes: 'blue', chinese: 'qing' },
  qing: { hex: '#2fb8b0', hair: 'aqua*3/green/blue', eyes: 'aqua*3/green/blue' },
  // Said of skin in Japanese, where no noun stands beside it.
  kasshoku: { hex: '#7b4a29', hair: 'brown', eyes: 'brown', alone: 'skin=dark', chinese: 'brown' },
  tea: { hex: '#7b4a29', hair: 'brown', eyes: 'brown', isWeak: true },
  heki: { hex: '#2fa8a8', hair: 'aqua/green/blue', eyes: 'blue/aqua/green' },

  silver: { hex: '#c3c7d0', hair: 'silver', eyes: 'none' },
  platinum: { hex: '#ece6d2', hair: 'white*3/blonde*2' },
  gold: { hex: '#e8b830', hair: 'blonde', eyes: 'yellow/orange' },
  amber: { hex: '#eba42a', hair: 'orange*3/blonde*2', eyes: 'yellow/orange' },
  copper: { hex: '#b9642f' },
  bronze: { hex: '#a4702f' },
  ruby: { hex: '#c4143c' },
  emerald: { hex: '#1fa869' },
  sapphire: { hex: '#1f4fc4' },
  amethyst: { hex: '#9060cc' },
  topaz: { hex: '#f2b338', eyes: 'yellow/orange' },
  jade: { hex: '#2fa877' },
  pearl: { hex: '#f0ede4', eyes: 'none', isWeak: true },
  hazel: { hex: '#8a6a38', eyes: 'brown*2/green', only: 'eyes' },

  crimson: { hex: '#c0163a' },
  scarlet: { hex: '#dc2c20' },
  wine: { hex: '#7a1f3a', hair: 'red*3/brown', eyes: 'red*3/brown' },
  winery: { hex: '#7a1f3a', hair: 'red*3/brown', eyes: 'red*3/brown', isWeak: true },
  blood: { hex: '#a8141c', isWeak: true },
  cherry: { hex: '#c41e3e', isWeak: true },
  rose: { hex: '#dd4a7c', alone: 'ornament=flower' },
  rosegold: { hex: '#e6ac98' },
  sakura: { hex: '#f8c0d4', hair: 'pink*3/white', eyes: 'pink', alone: 'ornament=flower' },
  magenta: { hex: '#d038b0' },
  hotpink: { hex: '#f2559f', hair: 'pink*4/red', eyes: 'pink*4/red' },
  salmon: { hex: '#f4907e' },
  coral: { hex: '#f57e62' },
  peach: { hex: '#f9bfa0', isWeak: true },
  raspberry: { hex: '#d02c5c', isWeak: true },

  auburn: { hex: '#8e3322', hair: 'brown/red' },
  ginger: { hex: '#d4682a', hair: 'orange*3/red*2', only: 'hair' },
  rust: { hex: '#b1492a', isWeak: true },
  chestnut: { hex: '#7f4226', hair: 'brown*4/red' },
  chocolate: { hex: '#5a3420', hair: 'brown*4/black', eyes: 'brown*4/black', isWeak: true },
  coffee: { hex: '#5c3d28', hair: 'brown*4/black', eyes: 'brown*4/black', isWeak: true },
  caramel: { hex: '#b0743a', isWeak: true },
  honey: { hex: '#e0aa44', hair: 'blonde*3/orange', eyes: 'yellow*3/orange*2', isWeak: true },
  sand: { hex: '#c9a468', hair: 'blonde*2/brown', only: 'hair' },
  ash: { hex: '#9a8f86', hair: 'gray/brown', eyes: 'none', isWeak: true },
  ashbrown: { hex: '#8b7a68', hair: 'brown*3/gray*2', eyes: 'brown' },
  ashblonde: { hex: '#cbbd98', hair: 'blonde*3/gray*2', only: 'hair' },
  strawberryblonde: { hex: '#eeae7c', hair: 'blonde*3/orange/pink', only: 'hair' },
  cream: { hex: '#f5e8c4', hair: 'white/blonde', eyes: 'none', isWeak: true },
  beige: { hex: '#dcc6a0', hair: 'blonde*3/brown', eyes: 'none' },
  lemon: { hex: '#f7ea68', isWeak: true },
  mustard: { hex: '#d2a42c', isWeak: true },

  mint: { hex: '#8ee4bc', isWeak: true },
  lime: { hex: '#a4dc3c', hair: 'green*3/blonde', eyes: 'green*3/yellow*2', isWeak: true },
  olive: { hex: '#76813a', hair: 'green*3/brown', eyes: 'green*3/brown', isWeak: true },
  forestgreen: { hex: '#1f6b3a', hair: 'green*3/black', eyes: 'green*3/black' },
  teal: { hex: '#2f9f94', hair: 'aqua/green', eyes: 'aqua/green' },
  turquoise: { hex: '#40d0c0', hair: 'aqua*3/green', eyes: 'aqua*3/green' },

  skyblue: { hex: '#7cc4f0', hair: 'blue/aqua', eyes: 'blue/aqua' },
  azure: { hex: '#2f86e4', hair: 'blue*4/aqua', eyes: 'blue*4/aqua' },
  ocean: { hex: '#2f80cc', hair: 'blue*3/aqua', eyes: 'blue*3/aqua', isWeak: true },
  ice: { hex: '#b4e2f2', hair: 'aqua*2/white*2/blue', eyes: 'aqua*3/blue*2', isWeak: true },
  navy: { hex: '#26386e', hair: 'blue*2/black', eyes: 'blue*3/black' },
  indigo: { hex: '#4a48b8', hair: 'blue/purple', eyes: 'blue/purple' },
  blueblack: { hex: '#222a48', hair: 'black*3/blue*2', eyes: 'blue/black' },
  slate: { hex: '#7a90ac', hair: 'gray/blue', eyes: 'blue*3/aqua' },
  lavender: { hex: '#bfa6e2', hair: 'purple*3/pink/white', eyes: 'purple*3/pink' },
  periwinkle: { hex: '#8f94ea', hair: 'purple/blue', eyes: 'purple/blue' },
  plum: { hex: '#6a3272', hair: 'purple*4/black', eyes: 'purple*4/black' },
  orchid: { hex: '#a45cd0', hair: 'purple*4/pink', eyes: 'purple*4/pink' },

  midnight: { hex: '#1a1c38', hair: 'black*3/blue*2', eyes: 'blue*3/black*2', isWeak: true },
  autumn: { hex: '#b8522a', hair: 'orange/red/brown', eyes: 'orange*2/brown', isWeak: true },
  bubblegum: { hex: '#f48ac0', hair: 'pink', eyes: 'pink', isWeak: true },
  moonlight: { hex: '#dfe4ee', hair: 'silver/white', eyes: 'none', isWeak: true },
  smoke: { hex: '#84888f', hair: 'gray', eyes: 'none', isWeak: true },
  cinnamon: { hex: '#8a5230', hair: 'brown*4/orange', eyes: 'brown*4/orange', isWeak: true },
  bleached: { hex: '#efe3bc', hair: 'blonde*3/white', only: 'hair' },
  fire: { hex: '#e04420', hair: 'red*3/orange*2', eyes: 'red*3/orange*2', isWeak: true },
  sunset: { hex: '#f08048', isWeak: true },
  sun: { hex: '#f2d25c', hair: 'blonde*4/orange', eyes: 'yellow*4/orange', isWeak: true },
  snow: { hex: '#f6f8fc', hair: 'white', eyes: 'none', isWeak: true },
  charcoal: { hex: '#44464c', hair: 'black*3/gray*2', eyes: 'black', isWeak: true },
  night: { hex: '#15141c', hair: 'black', eyes: 'black', isWeak: true },
  seagrass: { hex: '#4ca850', hair: 'green', eyes: 'green', isWeak: true },
};
