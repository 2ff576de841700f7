/** The nouns that colours and traits stand next to. */
export type Part =
  | 'hair'
  | 'bangs'
  | 'eyes'
  | 'mouth'
  | 'skin'
  | 'cheeks'
  | 'face'
  | 'expression'
  | 'blush'
  | 'ornament'
  | 'tips'
  | 'neck'
  | 'wear'
  | 'person'
  | 'body'
  | 'pose'
  | 'name'
  | 'other';

/**
 * The settings of an adjective, per part; '' where it is plain English that sets nothing.
 * `alone` is what it says without a noun; `tone` what it does to a colour that follows.
 */
export interface TraitDefinition extends Readonly<Partial<Record<Part, string>>> {
  readonly alone?: string;
  readonly tone?: 'light' | 'dark';
}

/** Adjectives by the name that lexicon keys give them: `trait:long` is "long", 长 and 長い. */
export const TRAITS: Readonly<Record<string, TraitDefinition>> = {
  long: { hair: 'hair_length=long', alone: 'hair_length=long', bangs: '', face: '', neck: '' },
  short: { hair: 'hair_length=short', alone: 'hair_length=short', person: '', bangs: '' },
  // ロング and ショート are never said of a person's height.
  longhair: { hair: 'hair_length=long', alone: 'hair_length=long' },
  shorthair: { hair: 'hair_length=short', alone: 'hair_length=short' },
  // "down to the waist" tells of hair wherever nothing else is named that could reach there.
  reachlong: { hair: 'hair_length=long', alone: 'hair_length=long', bangs: '', person: '' },
  reachmid: { hair: 'hair_length=medium', alone: 'hair_length=medium', bangs: '', person: '' },
  reachshort: { hair: 'hair_length=short', alone: 'hair_length=short', bangs: '', person: '' },
  overeye: { hair: 'bangs=swept', bangs: 'bangs=swept', alone: '?bangs=swept', person: '' },
  overeyes: { hair: 'bangs=strands', bangs: 'bangs=strands', alone: '?bangs=strands', person: '' },
  twin: { hair: 'hair_style=twintails' },
  wide: { eyes: 'eyes=open', mouth: 'mouth=open' },
  medium: { hair: 'hair_length=medium', alone: 'hair_length=medium', bangs: '', person: '' },
  straight: {
    hair: 'hair_style=straight',
    bangs: 'bangs=blunt',
    alone: 'hair_style=straight',
  },
  wavy: { hair: 'hair_style=wavy', bangs: 'bangs=strands', alone: 'hair_style=wavy' },
  open: { eyes: 'eyes=open', mouth: 'mouth=open' },
  closed: { eyes: 'eyes=closed', mouth: 'mouth=closed' },
  half: { eyes: 'eyes=half', mouth: 'mouth=open*3/closed*2' },
  blank: {
    eyes: 'expression=neutral',
    expression: 'expression=neutral',
    face: 'expression=neutral',
    person: 'expression=neutral',
    alone: 'expression=neutral',
  },
  hollow: { eyes: 'expression=neutral', expression: 'expression=neutral', face: '' },
  slit: { eyes: 'eyes=half' },
  blunt: { bangs: 'bangs=blunt', hair: 'bangs=blunt' },
  swept: { bangs: 'bangs=swept', hair: 'bangs=swept' },
  strands: { bangs: 'bangs=strands', hair: '' },
  dark: {
    skin: 'skin=dark',
    hair: 'hair_color=black*2/brown',
    eyes: 'eye_color=black/brown',
    face: 'skin=dark',
    person: '',
    tone: 'dark',
  },
  light: { skin: 'skin=light', hair: 'hair_color=blonde*3/brown', eyes: '', tone: 'light' },
  pale: {
    skin: 'skin=light',
    face: 'skin=light',
    cheeks: 'skin=light',
    person: 'skin=light',
    hair: 'hair_color=blonde/white',
    eyes: '',
    alone: '?skin=light',
    tone: 'light',
  },
  fair: { skin: 'skin=light', hair: 'hair_color=blonde', face: 'skin=light', person: '' },
  tan: {
    skin: 'skin=dark',
    person: 'skin=dark',
    hair: 'hair_color=blonde*2/brown*3',
    eyes: 'eye_color=brown*3/yellow',
    face: 'skin=dark',
    alone: 'skin=dark',
  },
};

/** The value that replaces a denied one in a group without `absent`; values not listed cannot be denied. */
export const OPPOSITES: Readonly<Record<string, string>> = {
  'expression=smile': 'expression=neutral',
  'expression=sad': 'expression=neutral',
  'expression=angry': 'expression=neutral',
  'era=classic': 'era=modern',
  'era=modern': 'era=classic',
  'mouth=open': 'mouth=closed',
  'mouth=closed': 'mouth=open',
  'eyes=closed': 'eyes=open',
  'eyes=half': 'eyes=open',
  'eyes=open': 'eyes=closed',
  'skin=dark': 'skin=light',
  'skin=light': 'skin=dark',
  'look=feminine': 'look=masculine',
  'look=masculine': 'look=feminine',
  'hair_style=wavy': 'hair_style=straight',
  'hair_style=straight': 'hair_style=wavy',
  'hair_length=long': 'hair_length=short/medium',
  'hair_length=short': 'hair_length=long/medium',
};

/** Target weight of "slightly", which keeps three fifths of the value. */
export const WEAKENED: Readonly<Record<string, string>> = {
  'expression=smile': 'expression=smile*3/neutral*2',
  'expression=sad': 'expression=sad*3/neutral*2',
  'expression=angry': 'expression=angry*3/neutral*2',
  'mouth=open': 'mouth=open*3/closed*2',
  'hair_style=wavy': 'hair_style=wavy*3/straight*2',
  'hair_length=long': 'hair_length=long/medium',
  'hair_length=short': 'hair_length=short/medium',
  'blush=yes': 'blush=yes*3/no*2',
  'eyes=closed': 'eyes=half',
  'eyes=open': 'eyes=half',
  'skin=dark': 'skin=dark*3/light*2',
};
