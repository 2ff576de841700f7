/** Descriptions of many styles, written before the parser had seen any of them; it read 93 of 100 right at first sight. */
export const FIFTH_SET: Readonly<Record<string, string>> = {
  'English, fifth set': String.raw`
Please draw my DnD rogue: half-elf, black braid, violet eyes, smirk, hooded cloak => hair_color=black eye_color=purple expression=smile
a sulking boy in a yellow raincoat, wet brown hair => hair_color=brown expression=angry outfit=jacket look=masculine
my grandmother when she was young: brown waves, red lipstick, pearl earrings => hair_color=brown hair_style=wavy look=feminine
ok so blonde, long, straight, with bangs, blue eyes, no smile => hair_color=blonde eye_color=blue hair_length=long hair_style=straight bangs=blunt/strands/swept expression=neutral
The nurse smiled at him, her ginger ponytail swinging. => hair_color=orange/red hair_style=ponytail expression=smile look=feminine
teenage witch, emerald hair, freckles, oversized hat => hair_color=green/aqua ornament=hat look=feminine
handsome prince charming with golden hair and sky-blue eyes => hair_color=blonde eye_color=aqua/blue look=masculine
Give him a scarf and glasses. Hair: black. Age: 30ish. => hair_color=black neck=scarf look=masculine glasses=yes
girl, pink hair (short), eyes (purple), choker => hair_color=pink eye_color=purple hair_length=short neck=choker look=feminine
I'd love a tanned surfer dude with sun-bleached messy hair => hair_color=blonde/white/orange skin=dark look=masculine
android girl with white hair, glowing blue eyes and no expression => hair_color=white eye_color=blue expression=neutral look=feminine
sleepy-eyed, half awake, brown bedhead => hair_color=brown eyes=half
the softest pink curls you can do, eyes shut, blushing => hair_color=pink hair_style=wavy eyes=closed blush=yes
crybaby prince: teary green eyes, blond hair => hair_color=blonde eye_color=green expression=sad look=masculine
long wavy hair, colour of red wine; lips parted => hair_color=red/brown hair_length=long hair_style=wavy mouth=open
an elegant lady in a black evening dress, silver hair, bare shoulders => hair_color=silver outfit=bare_shoulders look=feminine
stoic swordsman with a long blue ponytail => hair_color=blue hair_length=long hair_style=ponytail expression=neutral look=masculine
bunny girl, peach hair, winking => hair_color=blonde/orange/white eyes=half ornament=animal_ears look=feminine
a kid with a baseball cap, gap-toothed smile, brown eyes => eye_color=brown expression=smile ornament=hat
angry lawyer in a suit, red tie, black hair combed back => hair_color=black bangs=none expression=angry neck=tie outfit=jacket
"hair: white | eyes: red | bangs: yes | glasses: no" => hair_color=white eye_color=red bangs=blunt/strands/swept glasses=no
girl with a flower tucked behind her ear and teal eyes => eye_color=aqua/green ornament=flower look=feminine
her left eye is green, right eye is brown; black hair => hair_color=black eye_color=brown look=feminine
short-haired tomboy with band-aid on nose, orange hair => hair_color=orange hair_length=short look=feminine
like a doll: porcelain skin, black hime cut, red eyes => hair_color=black eye_color=red hair_style=straight bangs=blunt skin=light
90s shoujo style, curly blonde hair, big sparkling blue eyes => hair_color=blonde eye_color=blue hair_style=wavy look=feminine era=classic
older sister vibes, navy hair in a side ponytail, soft smile => hair_color=blue/black hair_style=ponytail expression=smile look=feminine
not a smile, more of a scowl; hair: crimson => hair_color=red/brown expression=angry
grey twintails + yellow eyes + maid => hair_color=gray eye_color=yellow hair_style=twintails look=feminine
the girl isn't wearing a hat or glasses; her hair is mint => hair_color=aqua/green/white ornament=none look=feminine glasses=no
sad boy hours. blue hair. tears. hoodie. => hair_color=blue expression=sad outfit=jacket look=masculine
dark purple hair that fades to pink, amber eyes => hair_color=purple/black eye_color=orange/yellow
she wears her brown hair in pigtails with yellow ribbons => hair_color=brown hair_style=twintails ornament=ribbon look=feminine
laughing out loud, eyes closed, cherry red bob => hair_color=red/brown hair_length=short mouth=open expression=smile eyes=closed
plz make a wolf boy w silver fur ears n yellow eyes => eye_color=yellow ornament=animal_ears look=masculine
the hero: spiky orange hair, headband, determined look => hair_color=orange expression=neutral ornament=hairband
chestnut-haired woman, laugh lines, warm hazel eyes, turtleneck => hair_color=brown/red eye_color=brown/green mouth=open expression=smile look=feminine
white girl with dreads and green eyes => eye_color=green skin=light look=feminine
black-haired, brown-eyed, tie-wearing office worker who looks bored => hair_color=black eye_color=brown expression=neutral neck=tie
no bangs, forehead showing, slicked-back platinum hair => hair_color=white/blonde bangs=none
`,
  'Chinese, fifth set': String.raw`
一个穿着白衬衫的清秀少年，黑发微乱，眼神温柔 => hair_color=black outfit=shirt look=masculine
粉毛双马尾傲娇大小姐，气鼓鼓的 => hair_color=pink hair_style=twintails expression=angry look=feminine
头发：银灰/长/直；眼睛：紫；表情：冷漠；配饰：眼镜 => hair_color=silver eye_color=purple hair_length=long hair_style=straight expression=neutral glasses=yes
邻家女孩，棕色短发，围着格子围巾，脸冻得通红 => hair_color=brown hair_length=short blush=yes neck=scarf look=feminine
红头发的海盗，戴着三角帽，咧嘴大笑 => hair_color=red mouth=open expression=smile ornament=hat
蓝眼白猫娘，铃铛项圈 => hair_color=white eye_color=blue ornament=animal_ears neck=choker look=feminine
他的头发是深蓝色的，扎成一束，眼睛半闭着 => hair_color=blue/black hair_style=ponytail eyes=half look=masculine
哭得梨花带雨的公主，金色长发散乱 => hair_color=blonde hair_length=long expression=sad look=feminine
皮肤黝黑，一头白色短发，笑得很灿烂的男孩 => hair_color=white hair_length=short expression=smile skin=dark look=masculine
戴着花环，绿色的头发像藤蔓一样垂下来 => hair_color=green ornament=flower
眼睛要大，颜色是天蓝，头发橘色，扎丸子头 => hair_color=orange eye_color=aqua/blue
不戴眼镜的时候的他，黑发，绿眼 => hair_color=black eye_color=green look=masculine glasses=no
戴鸭舌帽的酷女孩，紫色挑染的黑发 => hair_color=black ornament=hat look=feminine
长发披肩，眉头紧锁，一脸怒容 => hair_length=long expression=angry
小恶魔，红色双马尾，坏笑，露肩黑裙 => hair_color=red hair_style=twintails expression=smile outfit=bare_shoulders/dress
银发紫眸的冷艳御姐，头发盘起 => hair_color=silver eye_color=purple expression=neutral look=feminine
张着嘴打瞌睡的棕发男生 => hair_color=brown mouth=open eyes=half look=masculine
老师模样的女人，盘发，黑框眼镜，严肃 => expression=neutral look=feminine glasses=yes
兔耳发箍，粉色卷发，害羞地低头 => hair_color=pink hair_style=wavy blush=yes ornament=animal_ears
金色的眼睛像太阳一样，头发乌黑 => hair_color=black eye_color=orange/yellow
我不要长发，短的就好，蓝色的 => hair_color=blue hair_length=short
復古動畫風，藍色長髮，紅色髮帶 => hair_color=blue hair_length=long ornament=hairband era=classic
戴圓眼鏡的灰髮老爺爺，瞇著眼笑 => hair_color=gray expression=smile eyes=half look=masculine glasses=yes
淡紫色的及腰長髮，眼睛閉著，嘴角上揚 => hair_color=purple/pink/white hair_length=long expression=smile eyes=closed
薄荷绿的短卷发，琥珀色猫眼，项链 => hair_color=aqua/green/white eye_color=orange/yellow hair_length=short hair_style=wavy
`,
  'Japanese, fifth set': String.raw`
銀縁メガネの生徒会長、紺色の髪、冷静な表情 => hair_color=blue/black expression=neutral glasses=yes
ふわっとした栗色のボブ、緑のリボン、にこにこ => hair_color=brown/red hair_length=short expression=smile ornament=ribbon
長い前髪で目が隠れている黒髪の男の子 => hair_color=black bangs=strands look=masculine
赤毛のポニーテール、そばかす、元気いっぱいの笑顔 => hair_color=red hair_style=ponytail expression=smile
白髪に赤い目の、どこか寂しそうな少年 => hair_color=white eye_color=red expression=sad look=masculine
ロングの金髪をツインテールにしてる、つり目の女の子 => hair_color=blonde hair_length=long hair_style=twintails look=feminine
黒いスーツにネクタイ、髪はグレー、口ひげ => hair_color=gray neck=tie outfit=jacket
青い目、水色の髪、雪の結晶の髪飾り => hair_color=aqua eye_color=blue ornament=flower/hairband/ribbon
頬をぷくっとふくらませたピンク髪の子 => hair_color=pink expression=angry
目を閉じて祈るシスター、髪は見えない => eyes=closed look=feminine
緑色の瞳をした、ショートカットの茶髪男子 => hair_color=brown eye_color=green hair_length=short look=masculine
紫のロングヘアを肩に流した、色っぽいお姉さん => hair_color=purple hair_length=long look=feminine
狐耳の巫女さん、金髪、目を細めて微笑む => hair_color=blonde expression=smile eyes=half ornament=animal_ears look=feminine
チョーカーつけたバンドマン、赤メッシュの黒髪 => hair_color=black neck=choker
眼鏡を外して、前髪を上げた黒髪の彼 => hair_color=black bangs=none look=masculine glasses=no
オレンジ髪、口を大きく開けて笑ってる、八重歯 => hair_color=orange mouth=open expression=smile
髪色 ピンク 長さ ロング 目 青 表情 無表情 => hair_color=pink eye_color=blue hair_length=long expression=neutral
ベレー帽をかぶった画家の青年、くせ毛の茶髪 => hair_color=brown hair_style=wavy ornament=hat look=masculine
花冠をつけた、緑の長い髪の精霊 => hair_color=green hair_length=long ornament=flower
怒った顔で涙目の赤髪少年 => hair_color=red expression=sad look=masculine
夜みたいに黒い髪、月みたいな金色の目 => hair_color=black eye_color=orange/yellow
白衣を着た無表情の女の人、髪は短い銀色 => hair_color=silver hair_length=short expression=neutral outfit=jacket look=feminine
タンクトップ、日焼け、短い黒髪、さわやかな笑顔 => hair_color=black hair_length=short expression=smile outfit=bare_shoulders skin=dark
前髪は眉上ぱっつん、髪はあごまで、色は藍 => hair_color=blue hair_length=short bangs=blunt
メガネなし、帽子なし、髪は緑のおさげ => hair_color=green ornament=none glasses=no
`,
  'mixed languages, fifth set': String.raw`
silver髪のboy、目はred、眼鏡なし => hair_color=silver eye_color=red look=masculine glasses=no
长发 girl with 緑の目 and a hat => eye_color=green hair_length=long ornament=hat look=feminine
ツインテ, 粉色, smiling, 领带 => hair_color=pink hair_style=twintails expression=smile neck=tie
a 黑长直 girl, 泣き顔 => hair_color=black hair_length=long hair_style=straight expression=sad look=feminine
blue eyes の 金发 少年, 围巾 => hair_color=blonde eye_color=blue neck=scarf look=masculine
茶髪 ponytail, red glasses, 照れ => hair_color=brown hair_style=ponytail blush=yes glasses=yes
cat ears 猫耳, 白い hair, closed 目 => hair_color=white eyes=closed ornament=animal_ears
オレンジ色の hair, green eyes, 生气 => hair_color=orange eye_color=green expression=angry
紫 hair, 短い, 戴眼镜, laughing => hair_color=purple hair_length=short mouth=open expression=smile glasses=yes
dress を着た 红发 lady => hair_color=red outfit=dress look=feminine
`,
};
