/** Ten sentences of each kind that was misread once, by the name of the kind; see summarize-request.ts. */
export const NAMED_KINDS: Readonly<Record<string, string>> = {
  "eyes' shape": String.raw`
金色竖瞳，黑发 => hair_color=black eye_color=orange/yellow
红色的兽瞳，银发少年 => hair_color=silver eye_color=red look=masculine
她有一双琥珀色的丹凤眼 => eye_color=orange/yellow look=feminine
蓝色星星眼，粉毛 => hair_color=pink eye_color=blue
紫のつり目、黒髪ロング => hair_color=black eye_color=purple hair_length=long
目は切れ長で緑、銀髪 => hair_color=silver eye_color=green
たれ目の青い瞳、茶髪 => hair_color=brown eye_color=blue
金の縦瞳孔、白髪の少年 => hair_color=white eye_color=orange/yellow look=masculine
a dragon girl with slit pupils, gold eyes => eye_color=orange/yellow look=feminine
emerald almond-shaped eyes, brown hair => hair_color=brown eye_color=green/aqua
glowing red eyes, black hair => hair_color=black eye_color=red
pink heart-shaped pupils => eye_color=pink
`,
  'similes with the colour behind': String.raw`
眼睛像大海一样蓝 => eye_color=blue
头发像火一样红 => hair_color=red
头发像雪一样白，眼睛像血一样红 => hair_color=white eye_color=red
眼睛如湖水般碧绿 => eye_color=green
頭髮像夜空一樣黑 => hair_color=black
髪は炎のように赤い => hair_color=red
目は海のように青い => eye_color=blue/aqua
血のように赤い髪 => hair_color=red
hair as yellow as the sun => hair_color=blonde
eyes like old gold, brown curls => hair_color=brown eye_color=orange/yellow hair_style=wavy
her eyes, the color of wet leaves, never blink => eye_color=green look=feminine
his hair, the colour of old copper, is tied back => hair_color=brown/orange/red look=masculine
hair that shines like gold => hair_color=blonde
eyes that glow like rubies => eye_color=red/pink
`,
  'all but one': String.raw`
除了金发都可以，眼睛要绿色的 => eye_color=green
除了眼镜都行，黑发 => hair_color=black glasses=no
除了帽子什么都可以 => ornament=none
金髪以外でお願いします、目は青 => eye_color=blue
リボン以外の髪飾り => ornament=flower/hairband
any hair but blonde, green eyes => eye_color=green
anything except glasses, red hair => hair_color=red glasses=no
everything but a hat => ornament=none
anything other than a smile => expression=neutral
all colors except pink, blue eyes => eye_color=blue
`,
  'words that end in others': String.raw`
頬を赤らめる黒髪の先輩 => hair_color=black blush=yes
金髪の先生 => hair_color=blonde
銀髪の先輩、眼鏡 => hair_color=silver glasses=yes
赤髪の先輩と青髪の後輩 => hair_color=blue
紫髪の先生、ネクタイ => hair_color=purple neck=tie
茶髪の先輩が微笑む => hair_color=brown expression=smile
緑髪の先住民 => hair_color=green
黒髪の先代魔王、赤い目 => hair_color=black eye_color=red
白髪の先生、丸メガネ => hair_color=white glasses=yes
青髪の先輩女子 => hair_color=blue look=feminine
`,
  'tips and gradients': String.raw`
发尾渐变成粉色的金发 => hair_color=blonde
黑发，发尾渐变红 => hair_color=black
银色长发，发梢渐变为蓝色 => hair_color=silver hair_length=long
粉色渐变到蓝色的头发 => hair_color=blue/pink
髮尾漸變成紫色，黑色短髮 => hair_color=black hair_length=short
毛先が青い黒髪 => hair_color=black
毛先に向かってピンクになる白髪 => hair_color=white
毛先だけ赤い銀髪 => hair_color=silver
blonde hair fading to pink at the tips => hair_color=blonde
brown hair with blonde ends => hair_color=brown
black hair, the tips are dyed red => hair_color=black
white hair with a blue gradient at the ends => hair_color=white
`,
  'at the neck': String.raw`
a red ribbon is tied around her neck => neck=choker look=feminine
ribbon around her neck, blonde => hair_color=blonde neck=choker look=feminine
a black bow sits at his throat, white hair => hair_color=white neck=choker look=masculine
her neck is wrapped in a scarf => neck=scarf look=feminine
there's a bell on the collar around her neck => neck=choker look=feminine
脖子上系着红色丝带，银发 => hair_color=silver neck=choker
颈上围着一条白围巾 => neck=scarf
首に黒いリボン、金髪 => hair_color=blonde neck=choker
首元に大きなリボン => neck=choker
赤いリボンを首に巻いている => neck=choker
`,
  'never without': String.raw`
never seen without her red scarf, hair black as coal => hair_color=black neck=scarf look=feminine
she never goes anywhere without her hat => ornament=hat look=feminine
he is never without his glasses => look=masculine glasses=yes
always with a ribbon in her hair => ornament=ribbon look=feminine
never leaves home without a choker, purple hair => hair_color=purple neck=choker
not without a hat, please => ornament=hat
she never wears glasses => look=feminine glasses=no
without a hat, silver hair => hair_color=silver ornament=none
no scarf, never a hat => ornament=none neck=none
can't be seen without his round glasses => look=masculine glasses=yes
`,
  'once and now': String.raw`
his hair was black once, now it's completely white => hair_color=white look=masculine
my hair was brown, now it's pink => hair_color=pink
her eyes were blue but now they are red => eye_color=red look=feminine
used to be a blonde, these days she's a redhead => hair_color=red look=feminine
hair was long, now short => hair_length=short
头发以前是黑色，现在是银色 => hair_color=silver
原来是长发，现在剪短了 => hair_length=short
以前戴眼镜，现在不戴了 => glasses=no
昔は金髪だったけど、今は黒髪 => hair_color=black
前はロングだったが今はショート => hair_length=short
`,
  'sheets in brackets': String.raw`
[Species] fox spirit [Hair] orange, long [Eyes] gold => hair_color=orange eye_color=orange/yellow hair_length=long
[hair] black [eyes] red [outfit] jacket => hair_color=black eye_color=red outfit=jacket
[Gender] male [Hair] short, blue [Eyes] brown => hair_color=blue eye_color=brown hair_length=short look=masculine
【发色】蓝 【瞳色】红 【表情】微笑 => hair_color=blue eye_color=red expression=smile
[发色] 粉 [瞳色] 绿 => hair_color=pink eye_color=green
【髪】銀、ロング 【目】紫 => hair_color=silver eye_color=purple hair_length=long
[髪] 金 [目] 青 [服] ドレス => hair_color=blonde eye_color=blue outfit=dress
[blue eyes], [[red hair]], solo => hair_color=red eye_color=blue
[hair color]: teal, [eye color]: brown => hair_color=aqua/green eye_color=brown
[Skin] dark [Hair] white, ponytail => hair_color=white hair_style=ponytail skin=dark
`,
  'one of each': String.raw`
异色瞳（一蓝一绿），白色猫耳 => eye_color=green ornament=animal_ears
眼睛一红一金，黑色长发 => hair_color=black eye_color=orange/yellow hair_length=long
异瞳，一只金色一只紫色 => eye_color=purple
双眼一黑一蓝的少年 => eye_color=blue look=masculine
オッドアイで、片方は青で片方は金 => eye_color=orange/yellow
左目が赤、右目が緑の猫 => eye_color=red
目の色が左右で違う子、片方は青で片方は赤 => eye_color=red
heterochromia, one blue, one green => eye_color=green
mismatched eyes, left is gold and right is violet => eye_color=purple
odd eyes: one red, one aqua, silver hair => hair_color=silver eye_color=red
`,
  'other languages': String.raw`
fille aux cheveux roses et yeux verts => ✗
mädchen mit langen blonden haaren und blauen augen => ✗
una chica con el pelo rosa y los ojos verdes => ✗
ragazza con i capelli rossi e gli occhi azzurri => ✗
menina com cabelo azul e olhos verdes => ✗
garçon avec les cheveux noirs et des yeux marron => ✗
dziewczyna z czarnymi włosami i niebieskimi oczami => ✗
gadis dengan rambut hitam panjang dan mata biru => ✗
kız uzun sarı saçlı ve mavi gözlü => ✗
une fille avec une rose dans les cheveux => ✗
`,
  'counts of people': String.raw`
2boys, black hair => hair_color=black look=masculine
3girls, pink hair, smile => hair_color=pink expression=smile look=feminine
1boy and nothing else => look=masculine
4girls, hats => ornament=hat look=feminine
2girls, multiple girls, blue eyes => eye_color=blue look=feminine
multiple boys, glasses => look=masculine glasses=yes
vampire lord, pale skin => skin=light look=masculine
lord of the castle, grey hair => hair_color=gray look=masculine
a white girl with brown hair => hair_color=brown skin=light look=feminine
a black boy with white hair => hair_color=white skin=dark look=masculine
`,
  'an eye behind hair': String.raw`
女仆装，蓝紫色短发，遮住一只眼 => hair_color=blue/purple hair_length=short bangs=swept
刘海遮住右眼，黑发 => hair_color=black bangs=swept
头发盖住眼睛的少年 => bangs=strands look=masculine
劉海擋住雙眼 => bangs=strands
前髪で片目が隠れている銀髪の少女 => hair_color=silver bangs=swept look=feminine
目隠れの黒髪少女 => hair_color=black bangs=strands look=feminine
右目を隠した紫髪 => hair_color=purple bangs=swept
one eye hidden by bangs, purple hair => hair_color=purple bangs=swept
left eye covered by her hair, white hair => hair_color=white bangs=swept look=feminine
eyes hidden behind long bangs => bangs=strands
`,
  katakana: String.raw`
ｷﾝﾊﾟﾂ ﾎﾟﾆｰﾃｰﾙ => hair_color=blonde hair_style=ponytail
キンパツの女の子 => hair_color=blonde look=feminine
クロカミロング => hair_color=black hair_length=long
ﾎﾞﾌﾞ ﾒｶﾞﾈ ｾｰﾗｰ服 => hair_length=short glasses=yes
ﾋﾟﾝｸﾉｶﾐ, ﾂｲﾝﾃｰﾙ => hair_style=twintails
アカイ目 => eye_color=red
オトコノコ、ボウシ => ornament=hat look=masculine
ｵﾝﾅﾉｺ、ﾒｶﾞﾈ => look=feminine glasses=yes
ギンパツでアオイ瞳 => hair_color=silver eye_color=blue
チャパツ、エガオ => hair_color=brown expression=smile
`,
  'moods of eyes': String.raw`
blue eyes full of tears => eye_color=blue expression=sad
潤んだ青い瞳 => eye_color=blue
青い潤んだ瞳の子 => eye_color=blue expression=sad
死んだ魚のような目、黒髪 => hair_color=black expression=neutral
ぼさぼさの黒髪に死んだ魚のような目の男 => hair_color=black expression=neutral look=masculine
green teary eyes => eye_color=green expression=sad
empty brown eyes => eye_color=brown expression=neutral
surprised, eyes wide => eyes=open
眼睛红红的，哭过 => expression=sad
赤く泣きはらした目 => eye_color=red expression=sad
`,
  'liked and held things': String.raw`
她特别喜欢花，绿色长发 => hair_color=green hair_length=long look=feminine
我喜欢蓝色 => ✗
喜欢猫，黑发 => hair_color=black
she loves roses, black hair => hair_color=black look=feminine
he collects hats, brown hair => hair_color=brown look=masculine
a girl who sells flowers, blonde => hair_color=blonde look=feminine
her favorite color is red, black hair => hair_color=black look=feminine
花が好きな女の子、茶髪 => hair_color=brown look=feminine
帽子を集めるのが好きな少年 => look=masculine
好きな色は赤、髪は青 => hair_color=blue
`,
  'forms that end a clause': String.raw`
黒髪で目が青くて眼鏡の子 => hair_color=black eye_color=blue glasses=yes
髪が赤くて目が緑 => hair_color=red eye_color=green
目が赤くて、髪が白い => hair_color=white eye_color=red
髪が長くてリボンの子 => hair_length=long ornament=ribbon
髪が短くて帽子をかぶった男の子 => hair_length=short ornament=hat look=masculine
髪が白くてマフラーを巻いた少女 => hair_color=white neck=scarf look=feminine
目が青くてワンピースの子 => eye_color=blue outfit=dress
肌が白くて髪が黒い => hair_color=black skin=light
髪が茶色くてショートで眼鏡 => hair_color=brown hair_length=short glasses=yes
髪が黒くてネクタイの男子 => hair_color=black neck=tie look=masculine
`,
  'traits behind hair': String.raw`
she keeps her blue hair short and her bangs swept aside => hair_color=blue hair_length=short bangs=swept look=feminine
his red hair short and his face pale => hair_color=red hair_length=short skin=light look=masculine
pink hair long and eyes blue => hair_color=pink eye_color=blue hair_length=long
her hair long and her fringe blunt => hair_length=long bangs=blunt look=feminine
brown hair wavy with a ribbon => hair_color=brown hair_style=wavy ornament=ribbon
silver hair straight with a hat => hair_color=silver hair_style=straight ornament=hat
white hair long and wavy => hair_color=white hair_length=long hair_style=wavy
green hair short and a choker => hair_color=green hair_length=short neck=choker
black hair straight and long => hair_color=black hair_length=long hair_style=straight
grey hair short and round glasses => hair_color=gray hair_length=short glasses=yes
`,
  'things in the hands': String.raw`
sunflower in her brown hair, straw hat in her hands => hair_color=brown ornament=flower look=feminine
a hat in his hand, black hair => hair_color=black look=masculine
a rose in her hand, blonde => hair_color=blonde look=feminine
ribbon in her hands, purple hair => hair_color=purple look=feminine
with flowers in her arms => look=feminine
a cap in hand, short hair => hair_length=short
a scarf in her lap, glasses on => look=feminine glasses=yes
holding a scarf in her hands => look=feminine
a red rose in her hair => ornament=flower look=feminine
hat on her head, book in her hands => ornament=hat look=feminine
`,
  'the colour of things': String.raw`
眼睛是天空的颜色，头发是麦子的颜色 => hair_color=blonde/orange eye_color=aqua/blue
琥珀的颜色的眼睛 => eye_color=orange/yellow
头发是樱花的颜色 => hair_color=pink/white
眼睛是翡翠的颜色 => eye_color=green/aqua
頭髮是焦糖的顏色 => hair_color=brown/orange/gray
夕焼けの色の髪 => hair_color=orange/red
髪は琥珀の色 => hair_color=orange/blonde
目はエメラルドの色 => eye_color=green/aqua
hair the color of honey => hair_color=blonde/orange
eyes the colour of a summer sky => eye_color=aqua/blue
`,
  'verbs before a simile': String.raw`
her hair glints like copper wire, eyes the shade of moss => hair_color=brown/orange/red eye_color=green/brown look=feminine
hair that falls like a waterfall of ink down to her waist => hair_color=black hair_length=long look=feminine
eyes that burn like embers and glow like gold => eye_color=red/orange
hair spilling like moonlight, eyes like the winter sky => hair_color=silver/white eye_color=aqua/blue
I want her hair the colour of wheat and her eyes like a frozen lake => hair_color=blonde/orange eye_color=aqua/blue look=feminine
eyes like a deep forest, hair like a stormy sea => hair_color=blue/gray/aqua eye_color=green/black
湖のような瞳、夜空のような髪 => hair_color=black/blue eye_color=aqua/blue
空みたいな目の子、茶髪 => hair_color=brown eye_color=aqua/blue
头发像樱花一样粉 => hair_color=pink
她的头发白得像雪，眼睛红得像血 => hair_color=white eye_color=red look=feminine
`,
  'an eye behind the hair': String.raw`
one of her eyes is hidden behind her bangs, silver hair => hair_color=silver bangs=swept look=feminine
a boy whose fringe covers his right eye, white hair => hair_color=white bangs=swept look=masculine
navy hair, fringe hiding her left eye => hair_color=blue/black bangs=swept look=feminine
左眼被头发遮住，银色短发 => hair_color=silver hair_length=short bangs=swept
刘海遮住了右眼的黑发少年 => hair_color=black bangs=swept look=masculine
双眼被刘海挡住 => bangs=strands
片方の目が髪で隠れている銀髪の青年 => hair_color=silver bangs=swept look=masculine
前髪で目が見えない男の子 => bangs=strands look=masculine
右目を前髪で隠した黒髪 => hair_color=black bangs=swept
`,
  'what became of it': String.raw`
her blonde hair has faded to white with age => hair_color=white look=feminine
her once-black hair turned white overnight => hair_color=white look=feminine
hair gone grey, eyes still green => hair_color=gray eye_color=green
brown hair dyed to blue => hair_color=blue
头发变成了银色 => hair_color=silver
头发由黑变白 => hair_color=white
`,
  'what was taken off': String.raw`
she lost her hat, black hair, crying => hair_color=black expression=sad ornament=none look=feminine
she removed her glasses, brown hair down to her shoulders => hair_color=brown hair_length=medium look=feminine glasses=no
he took off his tie, red hair => hair_color=red neck=none look=masculine
not wearing any glasses, green eyes => eye_color=green glasses=no
she does not wear a scarf, blue hair => hair_color=blue neck=none look=feminine
`,
  'what belongs to the tips': String.raw`
the tips of her pink hair are turquoise => hair_color=pink look=feminine
red and blue streaks in her black hair are shiny => hair_color=black look=feminine
pink hair with blonde tips => hair_color=pink
毛先だけ紫に染めた白髪の子 => hair_color=white
ツインテの先がピンクの黒髪 => hair_color=black hair_style=twintails
发尾是蓝色的粉发 => hair_color=pink
`,
  'two characters for one colour': String.raw`
发色橘红，瞳色翠绿 => hair_color=orange/red eye_color=green
头发染成粉紫色 => hair_color=pink/purple
异瞳（左红右金），黑发 => hair_color=black eye_color=red
头发一半黑一半白 => hair_color=black/white
灰紫色的长发 => hair_color=gray/purple hair_length=long
`,
  'Japanese verbs in all their forms': String.raw`
髪を後ろで束ねていて、笑っていた => hair_style=ponytail expression=smile
二つに結んでいる青い髪 => hair_color=blue hair_style=twintails
目を閉じていて銀髪 => hair_color=silver eyes=closed
頬を染めていた茶髪の子 => hair_color=brown blush=yes
前髪を流していて眼鏡をかけていた => bangs=swept glasses=yes
`,
  superlatives: String.raw`
she has the bluest eyes and the blackest hair => hair_color=black eye_color=blue look=feminine
the longest, reddest hair you have ever seen => hair_color=red hair_length=long
the palest skin, the curliest hair => hair_style=wavy skin=light
`,
  'headings without the word prompt': String.raw`
negative: glasses, hat. positive: red hair, smile => hair_color=red expression=smile glasses=no
red hair, smile. negative: glasses => hair_color=red expression=smile glasses=no
blue hair::2 red eyes::1.5 smile => hair_color=blue eye_color=red expression=smile
`,
  'moods that are denied or told in the past': String.raw`
an ice queen with zero emotion => expression=neutral look=feminine
no expression at all, blue hair => hair_color=blue expression=neutral
she laughed and frowned, red hair => hair_color=red mouth=open expression=sad look=feminine
he grinned, brown curls => hair_color=brown hair_style=wavy expression=smile look=masculine
`,
  'a trait behind its noun': String.raw`
hair so long it touches the floor => hair_length=long
hair short and spiky, blue => hair_color=blue hair_length=short
green eyes narrowed behind wire-rimmed glasses => eye_color=green eyes=half glasses=yes
hair long under a straw hat => hair_length=long ornament=hat
`,
  'colours with coloured': String.raw`
nurse with peach-coloured hair => hair_color=blonde/orange/white look=feminine
a girl with honey colored eyes and a smile => eye_color=yellow/orange expression=smile look=feminine
hair colored red => hair_color=red
`,
  'sheets with dots, dashes and brackets': String.raw`
Hair......black, Eyes......green => hair_color=black eye_color=green
HAIR - PURPLE / EYES - GREEN => hair_color=purple eye_color=green
hair (orange, ponytail) eyes (brown) mouth (open) => hair_color=orange eye_color=brown hair_style=ponytail mouth=open
ears: cat / hair: white => hair_color=white ornament=animal_ears
耳朵：猫；头发：黑 => hair_color=black ornament=animal_ears
`,
  'what the next clause goes on about': String.raw`
hair: short & straight; colour: maroon => hair_color=red/brown hair_length=short hair_style=straight
头发又直又长，颜色像乌鸦的羽毛 => hair_color=black hair_length=long hair_style=straight
髪が床につくほど長い姫、色は月の光のよう => hair_color=silver/white hair_length=long look=feminine
目は大きい、色は緑 => eye_color=green
`,
  'what was taken off in Chinese': String.raw`
他摘下眼镜，露出一双金色的眼睛 => eye_color=orange/yellow look=masculine glasses=no
脱下帽子的少年 => ornament=none look=masculine
别给她戴帽子，头上别朵小花就行 => ornament=flower look=feminine
`,
  'red in the face': String.raw`
脸颊微微发红 => blush=yes
眼睛发红，黑发 => hair_color=black eye_color=red
脸都红了 => blush=yes
sun-tanned farm boy => skin=dark look=masculine
褐色、銀髪 => hair_color=silver skin=dark
褐色头发 => hair_color=brown
`,
  corrections: String.raw`
blue hair. no wait, green. => hair_color=green
blue eyes, actually green => eye_color=green
蓝色头发，不对，绿色 => hair_color=green
金髪、いや、銀髪 => hair_color=silver
actually, a girl with red hair => hair_color=red look=feminine
instead of blue, red hair => hair_color=red
`,
  'descriptions before a colon': String.raw`
crybaby prince: teary green eyes => eye_color=green expression=sad look=masculine
without hat, ribbon or scarf: brown bob => hair_color=brown hair_length=short ornament=none neck=none
Shirt colour: white, hair: black => hair_color=black outfit=shirt
Rin: long silver hair => hair_color=silver hair_length=long
my girlfriend: long black hair => hair_color=black hair_length=long look=feminine
`,
  'hair that is described': String.raw`
her hair could be described as mousy brown => hair_color=brown look=feminine
half of her head is shaved, the rest is dyed violet => hair_color=purple look=feminine
黑发微乱 => hair_color=black
帽子を目深にかぶった青髪の少年 => hair_color=blue ornament=hat look=masculine
少女的脸一下子红到了耳根，棕色的马尾 => hair_color=brown hair_style=ponytail blush=yes look=feminine
`,
  'what a rule of binding is for': String.raw`
Her eyes are big. Color: blue => eye_color=blue look=feminine
眼睛很大，颜色是蓝色 => eye_color=blue
頬を赤らめたピンクの子 => hair_color=pink blush=yes
頬を染めた水色の女の子 => hair_color=aqua blush=yes look=feminine
her hair long enough to sit on => hair_length=long look=feminine
`,
  'what hair is so long for': String.raw`
hair so long it swallowed the room => hair_length=long
hair so short that it stands up, red => hair_color=red hair_length=short
`,
};
