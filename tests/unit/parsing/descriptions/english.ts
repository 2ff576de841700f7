/** One case a line: a description and what it sets; see summarize-request.ts. */
export const ENGLISH_CASES = String.raw`
blonde blue-eyes => hair_color=blonde eye_color=blue
a shy girl with long silver twin tails and crimson eyes, smiling => hair_color=silver eye_color=red/pink hair_length=long hair_style=twintails expression=smile blush=yes look=feminine
hair:pink eyes=green no bangs => hair_color=pink eye_color=green bangs=none
blond => hair_color=blonde
purpel eyes => eye_color=purple
no blush => blush=no
blue hair red eyes => hair_color=blue eye_color=red
red eyes and blue hair => hair_color=blue eye_color=red
red eyed, blue haired => hair_color=blue eye_color=red
hair is blue, eyes are red => hair_color=blue eye_color=red
hair is blue and eyes are red => hair_color=blue eye_color=red
blue hair and eyes => hair_color=blue eye_color=blue
eyes and hair both red => hair_color=red eye_color=red
red dress => outfit=dress
blue ribbon, pink hair => hair_color=pink ornament=ribbon
Violet is my name => ✗
my name is Rose => ✗
orange juice => ✗
green tea => ✗
red wine => ✗
wine red hair => hair_color=red/brown
once in a blue moon => ✗
1girl, blonde_hair, blue_eyes, long_hair, twintails, :d, blush, hair_ribbon => hair_color=blonde eye_color=blue hair_length=long hair_style=twintails mouth=open expression=smile blush=yes ornament=ribbon look=feminine
ＢＬＯＮＤＥ　ｈａｉｒ => hair_color=blonde
blue and pink hair => hair_color=blue/pink
pink-blue gradient hair => hair_color=blue/pink
hair between red and orange => hair_color=orange/red
green or blue eyes => eye_color=blue/green
no blush, smiling => expression=smile blush=no
no choker and no ribbon => ornament=none neck=none
not smiling => expression=neutral
without bangs => bangs=none
grey eyes => ✗
silver hair amber eyes => hair_color=silver eye_color=orange/yellow
teal hair => hair_color=aqua/green
strawberry blonde => hair_color=blonde/orange/pink
#7fffd4 hair => hair_color=aqua/white/green
dark-skinned boy with glasses and wings => skin=dark look=masculine glasses=yes
light brown hair => hair_color=brown/gray
hair blue eyes red => hair_color=blue eye_color=red
the sky is blue => ✗
red car => ✗
pink => hair_color=pink
hazel => eye_color=brown/green
slightly open mouth => mouth=open/closed
no hat, choker => ornament=none neck=choker
no hat or ribbon, blue eyes => eye_color=blue ornament=none
the sky is blue, pink hair => hair_color=pink
blonde hair with pink highlights => hair_color=blonde
brunette with green eyes => hair_color=brown eye_color=green
a girl with short curly red hair and freckles => hair_color=red hair_length=short hair_style=wavy look=feminine
anime boy, black hair, glasses, serious => hair_color=black expression=neutral look=masculine glasses=yes
pink hair, blue hair => hair_color=blue
long flowing silver hair, purple eyes, school uniform => hair_color=silver eye_color=purple hair_length=long
hair color: blue, eye color: green, hair length: long => hair_color=blue eye_color=green hair_length=long
hair_color=blue; eye_color=green; hair_style=ponytail; blush=no; bangs=none; neck=choker => hair_color=blue eye_color=green hair_style=ponytail bangs=none blush=no neck=choker
bangs: none, blush: yes, ribbon: no => bangs=none blush=yes ornament=none
I want a cute girl with green hair please => hair_color=green look=feminine
Draw me a smiling woman with blond hair, wearing a black choker and a white dress. => hair_color=blonde expression=smile neck=choker outfit=dress look=feminine
her eyes are like emeralds and her hair is like gold => hair_color=blonde eye_color=green/aqua look=feminine
eyes as blue as the sea => eye_color=blue
half-closed eyes, open mouth => mouth=open eyes=half
one red eye and one blue eye => eye_color=red
heterochromia red and blue eyes => eye_color=blue/red
snow-white hair => hair_color=white
snow white => hair_color=white
raven hair => hair_color=black
dark hair => hair_color=black/brown
dark skin, light hair => hair_color=blonde/brown skin=dark
dark blue hair, light green eyes => hair_color=blue/black eye_color=green/aqua
pale skin => skin=light
pale girl with black hair => hair_color=black skin=light look=feminine
tan => skin=dark
tan skin => skin=dark
blonde twintails => hair_color=blonde hair_style=twintails
blue ponytail => hair_color=blue hair_style=ponytail
red hair ribbon => ornament=ribbon
red haired girl with hair ribbon => hair_color=red ornament=ribbon
a girl in red => look=feminine
a girl wearing blue => look=feminine
a girl dressed in white with red eyes => eye_color=red look=feminine
black cat ears => ornament=animal_ears
cat girl with white hair => hair_color=white ornament=animal_ears look=feminine
blonde catgirl => hair_color=blonde ornament=animal_ears look=feminine
short girl => look=feminine
short blonde => hair_color=blonde hair_length=short
short-haired => hair_length=short
long twintails => hair_length=long hair_style=twintails
not blonde => ✗
hair not blue => ✗
eyes not closed => eyes=open
no long hair => hair_length=medium/short
no glasses, no hat => ornament=none glasses=no
without a choker or a ribbon => ornament=none neck=none
girl without any hair ornament => ornament=none look=feminine
my name is Violet and I have blue hair => hair_color=blue
a girl named Scarlet with green eyes => eye_color=green look=feminine
Rose has blue eyes => eye_color=blue
Violet Evergarden => ✗
Miss Scarlet => ✗
i am blue => ✗
hot pink hair => hair_color=pink/red
reddish brown hair => hair_color=brown/red
blue-green eyes => eye_color=aqua/green
bluish purple eyes => eye_color=purple/blue
mint green hair and honey eyes => hair_color=aqua/green/white eye_color=yellow/orange
ocean blue eyes => eye_color=blue/aqua
blood red eyes => eye_color=red/brown
wine hair => hair_color=red/brown
red wine, blue eyes => eye_color=blue
green tea, purple hair => hair_color=purple
heliotrope hair => hair_color=purple/pink/blue
pink fluffy hair => hair_color=pink
xyzzy => ✗
blonde flibbertigibbet => hair_color=blonde
1boy, male focus, brown hair, short hair, jacket => hair_color=brown hair_length=short outfit=jacket look=masculine
hair bow, sad, tears, eyes closed => expression=sad eyes=closed ornament=ribbon
lavender hair violet eyes => hair_color=purple/pink/white eye_color=purple
GIRL WITH PINK HAIR!!! => hair_color=pink look=feminine
pinkhair blueeyes => hair_color=pink eye_color=blue
greeneyes => eye_color=green
loooong hair => hair_length=long
(blue eyes:1.3), (blonde hair:1.2), [smile] => hair_color=blonde eye_color=blue expression=smile
masterpiece, best quality, 1girl, solo, upper body, white hair, red eyes, bare shoulders => hair_color=white eye_color=red outfit=bare_shoulders look=feminine
red and blue => hair_color=blue/red
black and white => hair_color=black/white
ginger => hair_color=orange/red
redhead => hair_color=red
white dress and black hair => hair_color=black outfit=dress
black hair white dress => hair_color=black outfit=dress
red scarf, scarf is red => neck=scarf
tears of joy => ✗
laughing => mouth=open expression=smile
grinning => expression=smile
wink => eyes=half
sleepy => eyes=half
elf ears, green hair => hair_color=green
hime cut => hair_style=straight bangs=blunt
random =>
not wearing a hat, no scarf => ornament=none neck=none
isn't smiling, doesn't have bangs => bangs=none expression=neutral
smile: no => expression=neutral
blush off => blush=no
choker-free => neck=none
hat hat hat => ornament=hat
eyes => ✗
hair => ✗
girl => look=feminine
twin tails with red ribbons => hair_style=twintails ornament=ribbon
scarlet eyed => eye_color=red/orange
silver-haired, golden-eyed, dark-skinned elf => hair_color=silver eye_color=orange/yellow skin=dark
dark elf with white hair => hair_color=white skin=dark
platinum blonde pixie cut and hazel eyes => hair_color=white/blonde eye_color=brown/green hair_length=short
she has brown eyes and black hair in a ponytail => hair_color=black eye_color=brown hair_style=ponytail look=feminine
honey blonde curls => hair_color=blonde/orange hair_style=wavy
bangs => bangs=blunt/strands/swept
side-swept bangs => bangs=swept
parted bangs => bangs=swept
hair over one eye => bangs=swept
cyan hair magenta eyes => hair_color=aqua eye_color=pink/purple/red
#ff0000 hair #00f eyes => hair_color=red/orange eye_color=blue/purple
rgb(255,0,0) hair => hair_color=red/orange
tie => neck=tie
bow tie => neck=tie
bowtie, suit, black hair, male => hair_color=black neck=tie outfit=jacket look=masculine
crying girl => expression=sad look=feminine
angry girl with red eyes => eye_color=red expression=angry look=feminine
Hair: short, green / Eyes: purple => hair_color=green eye_color=purple hair_length=short
Name: Mio; Hair: pink, twintails; Eyes: red => hair_color=pink eye_color=red hair_style=twintails
Gender: Male | Hair: black => hair_color=black look=masculine
Appearance: short brown hair, green eyes => hair_color=brown eye_color=green hair_length=short
Kaito: long blue hair => hair_color=blue hair_length=long
guess who, red hair => hair_color=red
she comes home, blue eyes => eye_color=blue look=feminine
bonus points for green eyes => eye_color=green
two boxes and black hair => hair_color=black
glass slippers, pink hair => hair_color=pink
hats and ribbons => ornament=ribbon
red hair, -hat, -glasses => hair_color=red ornament=none glasses=no
furious red-haired boy => hair_color=red expression=angry look=masculine
girl scowling, black hair => hair_color=black expression=angry look=feminine
she is not angry, blue eyes => eye_color=blue expression=neutral look=feminine
megane girl with green hair => hair_color=green look=feminine glasses=yes
retro anime girl with pink hair => hair_color=pink look=feminine era=classic
90s anime style, blonde hair => hair_color=blonde era=classic
no smile with blue eyes => eye_color=blue expression=neutral
girl not boy => look=feminine
pink hair instead of blue => hair_color=pink
I'd like a girl who has pink hair that is very long, with big blue eyes and a happy smile => hair_color=pink eye_color=blue hair_length=long expression=smile look=feminine
cute anime girl w/ short white hair & red eyes, cat ears, blushing => hair_color=white eye_color=red hair_length=short blush=yes ornament=animal_ears look=feminine
a boy with messy brown hair, green eyes and a scarf => hair_color=brown eye_color=green neck=scarf look=masculine
waifu with purple hair in a ponytail and yellow eyes => hair_color=purple eye_color=yellow hair_style=ponytail look=feminine
blue hair, yellow eyes, no smile, closed mouth, half closed eyes => hair_color=blue eye_color=yellow mouth=closed expression=neutral eyes=half
Hair: black => hair_color=black
Eyes: blue => eye_color=blue
hair color: #ff8800 => hair_color=orange/blonde
eyes: teal, hair: lilac => hair_color=purple/pink/white eye_color=aqua/green
white haired => hair_color=white
aqua eyes, lime hair => hair_color=green/blonde eye_color=aqua
eyes: closed => eyes=closed
mouth: open, expression: sad => mouth=open expression=sad
skin: dark, look: masculine => skin=dark look=masculine
outfit: jacket; neck: tie => neck=tie outfit=jacket
expression: happy => expression=smile
twin-tails => hair_style=twintails
pony-tail => hair_style=ponytail
side ponytail => hair_style=ponytail
red bow in her hair => ornament=ribbon look=feminine
flower in hair => ornament=flower
rose in her hair => ornament=flower look=feminine
girl with roses => ornament=flower look=feminine
a rose => ornament=flower
cherry blossom pink hair => hair_color=pink/white
sky blue hair, ruby red eyes => hair_color=aqua/blue eye_color=red/pink
she's blonde => hair_color=blonde look=feminine
he has black hair => hair_color=black look=masculine
her hair is not blonde but brown => hair_color=brown look=feminine
hair isn't red => ✗
no red hair =>
not a girl => look=masculine
blue hair, no bangs, no blush, no hat => hair_color=blue bangs=none blush=no ornament=none
no bangs no blush no hat => bangs=none blush=no ornament=none
without glasses and with a ribbon => ornament=ribbon glasses=no
no smile, no tears => expression=neutral
not crying => expression=neutral
never smiling => expression=neutral
pink hair (no ribbon) => hair_color=pink ornament=none
long hair or short hair => hair_length=short
pink hair with blue tips => hair_color=pink
black hair with bangs => hair_color=black bangs=blunt/strands/swept
blonde bangs => hair_color=blonde bangs=blunt/strands/swept
blunt bangs, long straight black hair => hair_color=black hair_length=long hair_style=straight bangs=blunt
red cheeks => blush=yes
pink cheeks => blush=yes
her face is red => blush=yes look=feminine
tanned skin, blonde hair, gyaru => hair_color=blonde skin=dark look=feminine
brown skin => skin=dark
black skin => skin=dark
white skin => skin=light
green skin => ✗
chocolate skin => skin=dark
freckled redhead with emerald eyes => hair_color=red eye_color=green/aqua
purple-eyed => eye_color=purple
violet eyes => eye_color=purple
lavender => hair_color=purple/pink/white
turquoise => hair_color=aqua/green
deep blue eyes => eye_color=blue/black
dark red hair => hair_color=red/brown
pale blonde hair => hair_color=blonde/white
bright green eyes => eye_color=green
neon green hair => hair_color=green
pastel pink hair => hair_color=pink/white
ash brown hair => hair_color=brown/gray
jet black hair => hair_color=black
salt and pepper hair => hair_color=gray
grey hair => hair_color=gray
gray-blue eyes => eye_color=blue/aqua
silver eyes => ✗
white eyes => ✗
golden hair golden eyes => hair_color=blonde eye_color=orange/yellow
gold hair => hair_color=blonde
yellow hair => hair_color=blonde
yellow eyes => eye_color=yellow
honey-colored eyes => eye_color=yellow/orange
blue eyed blonde => hair_color=blonde eye_color=blue
blonde with blue eyes => hair_color=blonde eye_color=blue
blue-eyed brunette boy => hair_color=brown eye_color=blue look=masculine
black-haired, brown-eyed => hair_color=black eye_color=brown
blond boy blue shirt => hair_color=blonde outfit=shirt look=masculine
blue jeans and red hair => hair_color=red
maid => look=feminine
maid with twin tails => hair_style=twintails look=feminine
swimsuit => outfit=bare_shoulders
kimono, black hair => hair_color=black
off-shoulder dress => outfit=bare_shoulders/dress
bare shoulders, choker, necklace => neck=choker outfit=bare_shoulders
straw hat => ornament=hat
witch hat, purple hair => hair_color=purple ornament=hat
hairband and flower => ornament=hairband
wolf ears and tail => ornament=animal_ears
bunny ears => ornament=animal_ears
elf with pointy ears =>
eyes half open => eyes=half
one eye closed => eyes=half
eyes wide open => eyes=open
sleepy eyes => eyes=half
smiling with closed eyes => expression=smile eyes=closed
open-mouthed smile => mouth=open expression=smile
:) => expression=smile
:( => expression=sad
>_< => blush=yes
T_T => expression=sad
^_^ => expression=smile
xD => mouth=open expression=smile
:o => mouth=open
blushing and crying => expression=sad blush=yes
expressionless => expression=neutral
serious face => expression=neutral
poker face => expression=neutral
sad eyes => expression=sad
happy => expression=smile
once upon a time => ✗
asdfghjkl => ✗
hello => ✗
lorem ipsum dolor sit amet => ✗
please => ✗
red flag => ✗
blue moon hair => ✗
feeling blue => ✗
the color purple => hair_color=purple
my favorite color is green => ✗
i like red cars => ✗
green with envy => ✗
golden retriever => ✗
amber alert => ✗
ruby rose => ✗
smile like the sun => expression=smile
hair as black as night => hair_color=black
hair white as snow => hair_color=white
eyes like the ocean => eye_color=blue/aqua
bloody red eyes => eye_color=red/brown
coffee => ✗
coffee brown eyes => eye_color=brown/black
blonde hair hair ribbon blue eyes => hair_color=blonde eye_color=blue ornament=ribbon
blond hari, bleu eyes => hair_color=blonde eye_color=blue
pruple hair, yelow eyes, twintals, smilling => hair_color=purple eye_color=yellow hair_style=twintails expression=smile
gren eyes => eye_color=green
crimsom eyes => eye_color=red/pink
wite hair => hair_color=white
oragne hair => hair_color=orange
hair green eyes green => hair_color=green eye_color=green
long hair blonde blue eyes => hair_color=blonde eye_color=blue hair_length=long
eyes green, hair long and black => hair_color=black eye_color=green hair_length=long
red, blue eyes => hair_color=red eye_color=blue
red eyes blue => hair_color=blue eye_color=red
green eyes girl with pink => hair_color=pink eye_color=green look=feminine
blue => hair_color=blue
BLUE HAIR => hair_color=blue
Blue_Hair => hair_color=blue
blue--hair => hair_color=blue
blue    hair => hair_color=blue
blue/green hair => hair_color=blue/green
blonde/blue eyes => hair_color=blonde eye_color=blue
1girl blonde hair blue eyes long hair smile open mouth blush ribbon school uniform => hair_color=blonde eye_color=blue hair_length=long mouth=open expression=smile blush=yes ornament=ribbon look=feminine
ruby red eyes => eye_color=red/pink
blue is her hair => hair_color=blue look=feminine
long hair is pretty, blue eyes => eye_color=blue hair_length=long
pale pink hair, pale blue eyes => hair_color=pink/white eye_color=blue/aqua
light blue dress, dark hair => hair_color=black/brown outfit=dress
dark brown hair brown eyes => hair_color=brown/black eye_color=brown
red orange hair => hair_color=orange/red
blue purple eyes => eye_color=blue/purple
wavy long hair, scarf => hair_length=long hair_style=wavy neck=scarf
hair wavy => hair_style=wavy
ribbon: red => ornament=ribbon
without any hat, ribbon or flowers => ornament=none
no glasses, hat, ribbon, or choker; blue eyes => eye_color=blue ornament=none neck=none glasses=no
no hat, ribbon => ornament=ribbon
no hat, blonde hair => hair_color=blonde ornament=none
hair is not blue, red => hair_color=red
sky-colored hair => hair_color=aqua/blue
multicolored hair => ✗
eyes of different colours => ✗
albino girl => hair_color=white skin=light look=feminine
girl with bunny ears headband => ornament=animal_ears look=feminine
her bangs cover her eyes => bangs=strands look=feminine
hair that fades from pink to purple => hair_color=pink/purple
the girl from Orange is the New Black => look=feminine
twin tales, siver hair => hair_color=silver hair_style=twintails
1boy, male focus, solo, short hair, white hair, red eyes, expressionless => hair_color=white eye_color=red hair_length=short expression=neutral look=masculine
masterpiece, best quality, 1girl, {{silver hair}}, [[purple eyes]], cat ears => hair_color=silver eye_color=purple ornament=animal_ears look=feminine
i'd like a tall guy with messy black hair and gold eyes who isn't smiling => hair_color=black eye_color=orange/yellow expression=neutral look=masculine
I want her hair to be blue rather than red => hair_color=blue look=feminine
My favorite color is green. Make her hair brown. => hair_color=brown look=feminine
eyes: red, hair: black (long, straight), outfit: school uniform => hair_color=black eye_color=red hair_length=long hair_style=straight
hair in two pigtails tied with red ribbons => hair_style=twintails ornament=ribbon
`;
