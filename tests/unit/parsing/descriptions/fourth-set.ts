/** Descriptions of many styles, written before the parser had seen any of them; it read 126 of 150 right at first sight. */
export const FOURTH_SET: Readonly<Record<string, string>> = {
  English: String.raw`
Could you make me a quiet bookworm with chestnut hair to her shoulders and round specs? => hair_color=brown/red hair_length=medium look=feminine glasses=yes
think elsa but redhead, freckles, no braid => hair_color=red
pls a grumpy old wizard, long white hair, pointed hat => hair_color=white hair_length=long expression=angry ornament=hat look=masculine
my oc: teal undercut, gold eyes, always smirking => hair_color=aqua/green eye_color=orange/yellow hair_length=short expression=smile
an ice queen - pale blue hair, paler skin, zero emotion => hair_color=blue/gray expression=neutral skin=light look=feminine
boy. messy black hair. red eyes. that's it. => hair_color=black eye_color=red look=masculine
She tucked a lock of copper hair behind her ear and laughed. => hair_color=brown/orange/red mouth=open expression=smile look=feminine
The detective's green eyes narrowed behind wire-rimmed glasses. => eye_color=green eyes=half glasses=yes
"Who are you?" asked the silver-haired boy, his violet eyes wide. => hair_color=silver eye_color=purple eyes=open look=masculine
do a sleepy catgirl w/ purple twintails => hair_color=purple hair_style=twintails eyes=half ornament=animal_ears look=feminine
same as before but with short hair and a scarf => hair_length=short neck=scarf
hair color: any, eyes must be blue, needs to wear a beret => eye_color=blue ornament=hat
blonde guy, blue eyes, suit and tie, closed-mouth smile => hair_color=blonde eye_color=blue mouth=closed expression=smile neck=tie outfit=jacket look=masculine
girl crying her eyes out, wet black hair sticking to her face => hair_color=black expression=sad look=feminine
I'm picturing a tall woman in a crimson gown, raven hair swept up, a single white lily behind her ear => hair_color=black bangs=swept ornament=flower outfit=dress look=feminine
pink bob cut, pink eyes, pink everything => hair_color=pink eye_color=pink hair_length=short
somebody who looks like they haven't slept in a week, stringy brown hair => hair_color=brown
ginger cat boy who hates mornings => hair_color=orange/red ornament=animal_ears look=masculine
long-haired metalhead dude, black tee, choker => hair_length=long neck=choker outfit=shirt look=masculine
curly-haired kid with gap teeth and a huge grin => hair_style=wavy expression=smile
1girl, platinum blonde hair, very short hair, amber eyes, off-shoulder sweater, blush, looking at viewer => hair_color=white/blonde eye_color=orange/yellow hair_length=short blush=yes outfit=bare_shoulders look=feminine
1boy, blue hair, ponytail, hair ribbon, closed eyes, smile, white shirt => hair_color=blue hair_style=ponytail expression=smile eyes=closed ornament=ribbon outfit=shirt look=masculine
solo, dark-skinned female, white hair, medium hair, yellow eyes, hoop earrings, tank top, parted lips => hair_color=white eye_color=yellow hair_length=medium mouth=open outfit=bare_shoulders skin=dark look=feminine
rabbit_ears, light_brown_hair, low_twintails, red_bow, dress, red_eyes => hair_color=brown/gray eye_color=red hair_style=twintails ornament=ribbon outfit=dress
best quality, 1girl, green hair, blunt bangs, straight hair, long hair, expressionless, turtleneck, no glasses => hair_color=green hair_length=long hair_style=straight bangs=blunt expression=neutral look=feminine glasses=no
portrait of a samurai, topknot, scar across one eye, stern => expression=neutral
NAME: Kaito / HAIR: Navy, spiky / EYES: Teal / OUTFIT: Leather jacket / MOOD: Cocky grin => hair_color=blue/black eye_color=aqua/green expression=smile outfit=jacket
Hair......black, Eyes......green, Accessories......glasses => hair_color=black eye_color=green glasses=yes
hair (orange, ponytail) eyes (brown) mouth (open) => hair_color=orange eye_color=brown hair_style=ponytail mouth=open
gimme gimme gimme a pink haired demon waifu => hair_color=pink look=feminine
big sis type, long dark brown hair, warm smile, cardigan => hair_color=brown/black hair_length=long expression=smile outfit=jacket look=feminine
edgy boi, one red eye one black eye, bangs covering half his face => eye_color=black bangs=swept look=masculine
the kind of girl who wears a ribbon in her auburn hair and blushes when you look at her => hair_color=brown/red blush=yes ornament=ribbon look=feminine
a princess locked in a tower, hair so long it touches the floor, golden => hair_color=blonde hair_length=long look=feminine
eyes like two emeralds, hair like spun silk the colour of champagne => hair_color=blonde/brown eye_color=green/aqua
hair whiter than snow, eyes redder than blood => hair_color=white eye_color=red/brown
not a girl, a boy. not blue hair, green hair. => hair_color=green look=masculine
anything but red hair; brown eyes; and please no hats => eye_color=brown ornament=none
no ponytail this time, let it hang loose, still blonde, still blue-eyed => hair_color=blonde eye_color=blue
she hardly ever smiles; her black hair is cut like a boy's => hair_color=black hair_length=short expression=neutral look=feminine
hat? no. glasses? yes. hair? violet. => hair_color=purple ornament=hat glasses=yes
girl with her mouth full of cake, brown pigtails => hair_color=brown hair_style=twintails look=feminine
furious redhead screaming, veins popping => hair_color=red mouth=open expression=angry
bashful farm boy, straw hat, sun-tanned, blond curls => hair_color=blonde hair_style=wavy blush=yes ornament=hat skin=dark look=masculine
girl w glases n blu hair smling => hair_color=blue expression=smile look=feminine glasses=yes
purpel haird boy wth grean eyes => hair_color=purple eye_color=green look=masculine
brwon hair, bleu eyes, lnog hair => hair_color=brown eye_color=blue hair_length=long
kinda emo, black hair over both eyes, lip ring => hair_color=black bangs=strands
grandma with her grey hair in a bun, knitting, kind smile, spectacles => hair_color=gray expression=smile look=feminine glasses=yes
ballet dancer, hair pulled back tight, bare shoulders, solemn => bangs=none expression=neutral outfit=bare_shoulders
nurse with peach-coloured hair and a gentle expression => hair_color=blonde/orange/white look=feminine
the bartender, a broad man with a shaved head and tired brown eyes => eye_color=brown eyes=half look=masculine
hair: short & straight; colour: maroon; fringe: straight across => hair_color=red/brown hair_length=short hair_style=straight bangs=blunt
mint choc chip vibes: mint hair, brown eyes => hair_color=aqua/green/white eye_color=brown
vaporwave girl, pastel pink hair, cyan eyes, visor => hair_color=pink/white eye_color=aqua look=feminine
a knight whose helmet hides everything but his blue eyes => eye_color=blue look=masculine
summer vibes: straw hat, white sundress, sea-blue eyes, tan => eye_color=blue/aqua ornament=hat outfit=dress skin=dark
two-toned hair, left side black, right side white, golden eyes => hair_color=white eye_color=orange/yellow
wolf-eared boy, ash-grey hair, snarling => hair_color=gray/brown expression=angry ornament=animal_ears look=masculine
`,
  Chinese: String.raw`
请画一位温柔的大姐姐，栗色长卷发，戴着珍珠耳环 => hair_color=brown/red hair_length=long hair_style=wavy look=feminine
男主：黑发，寸头，眼神锐利，穿黑色高领毛衣 => hair_color=black hair_length=short look=masculine
女主角有一头瀑布般的银发，眼睛是紫罗兰色的 => hair_color=silver eye_color=purple/pink look=feminine
想看戴眼镜的学霸男生，蓝眼睛 => eye_color=blue look=masculine glasses=yes
来一个元气少女，橙色高马尾，笑得露出虎牙 => hair_color=orange hair_style=ponytail expression=smile look=feminine
头发是粉色渐变到紫色的，长度到腰 => hair_color=pink/purple hair_length=long
少女低着头，刘海挡住了眼睛，脸颊微微发红 => bangs=strands blush=yes look=feminine
他摘下眼镜，露出一双金色的眼睛 => eye_color=orange/yellow look=masculine glasses=no
我家孩子：白发，红瞳，兔耳，常年面无表情 => hair_color=white eye_color=red expression=neutral ornament=animal_ears
黑皮辣妹，金发，低胸吊带 => hair_color=blonde outfit=bare_shoulders skin=dark look=feminine
古风美少年，墨发披肩，眉眼含笑，白衣 => hair_color=black expression=smile outfit=jacket look=masculine
女将军，高马尾，眼神坚毅，红色披风 => hair_style=ponytail look=feminine
头发：短、卷、棕 眼睛：绿 配饰：草帽 => hair_color=brown eye_color=green hair_length=short hair_style=wavy ornament=hat
【姓名】小雪【发色】雪白【瞳色】冰蓝【性格】高冷 => hair_color=white eye_color=aqua/blue expression=neutral
1女孩，蓝色双马尾，领带，张嘴，微笑，露肩 => hair_color=blue hair_style=twintails mouth=open expression=smile neck=tie outfit=bare_shoulders look=feminine
不要双马尾，要单马尾，发色随意，瞳色要琥珀色 => eye_color=orange/yellow hair_style=ponytail
别给她戴帽子，头上别朵小花就行，头发浅金色 => hair_color=blonde/orange ornament=flower look=feminine
发色不要太艳，深棕就好，眼睛同色 => hair_color=brown/black
金发萝莉，眼睛又大又圆又蓝 => hair_color=blonde eye_color=blue look=feminine
长得像狐狸的少年，狐耳，眯眯眼，赤发 => hair_color=red ornament=animal_ears look=masculine
脸红红的，眼神躲闪，棕色齐肩短发的女孩 => hair_color=brown hair_length=medium blush=yes look=feminine
她哭得眼睛都肿了，黑色的头发湿漉漉的 => hair_color=black expression=sad look=feminine
气得脸都红了的红发少年 => hair_color=red expression=angry blush=yes look=masculine
穿着西装、打着领带的社畜，黑眼圈很重，头发凌乱 => neck=tie outfit=jacket
女巫，尖顶帽，绿头发，坏笑 => hair_color=green expression=smile ornament=hat look=feminine
三无少女，浅蓝色短发，红色眼睛，白色制服 => hair_color=aqua/blue eye_color=red hair_length=short expression=neutral look=feminine
头发从中间分开，又直又长，颜色像乌鸦的羽毛 => hair_color=black hair_length=long hair_style=straight bangs=swept
灰毛狼耳，脖子上有项圈，一脸不爽 => hair_color=gray expression=angry ornament=animal_ears neck=choker
爷青回，90年代动画风格的紫发女主 => hair_color=purple look=feminine era=classic
一头蓝绿色的齐耳短发，圆圆的眼镜，睡眼蒙眬 => hair_color=aqua/green hair_length=short eyes=half glasses=yes
銀色長直髮，藍色眼睛，面無表情的少女 => hair_color=silver eye_color=blue hair_length=long hair_style=straight expression=neutral look=feminine
戴貝雷帽的捲髮男孩，雀斑，咧嘴笑 => hair_style=wavy expression=smile ornament=hat look=masculine
幫我抽一個穿連身裙、綁雙馬尾的女生，髮色粉紅 => hair_color=pink hair_style=twintails outfit=dress look=feminine
黃頭髮綠眼睛，圍著圍巾，閉著眼 => hair_color=blonde eye_color=green eyes=closed neck=scarf
眼角有泪，嘴巴张着，好像在喊什么 => mouth=open expression=sad
瞳色左紫右绿，黑发 => hair_color=black eye_color=green/purple
发圈绑着的酒红色侧马尾，皮肤很白 => hair_color=red/brown hair_style=ponytail skin=light
短短的奶奶灰头发，黑色耳钉，少年感女生 => hair_color=gray hair_length=short look=feminine
要酷一点的！银色狼尾，黑色皮衣，冷脸 => hair_color=silver hair_length=medium expression=neutral outfit=jacket
头发乌黑浓密，扎成一个低低的马尾，嘴唇紧闭 => hair_color=black hair_style=ponytail mouth=closed
`,
  Japanese: String.raw`
黒髪ロングの清楚系、前髪は揃えてます => hair_color=black hair_length=long bangs=blunt/strands/swept
金髪碧眼のお嬢様、縦ロールにリボン => hair_color=blonde eye_color=aqua/blue/green hair_style=wavy ornament=ribbon look=feminine
銀髪で片目が赤、もう片方が青の少年 => hair_color=silver eye_color=red look=masculine
いつも寝てそうな顔の、ふわふわしたベージュの髪の女の子 => hair_color=blonde/brown look=feminine
髪は短く刈り込んだ赤毛、眼光が鋭い男 => hair_color=red hair_length=short look=masculine
ピンクのツインテ、口は大きく開けて笑顔、首にチョーカー => hair_color=pink hair_style=twintails mouth=open expression=smile neck=choker
眼鏡を外した委員長、三つ編みの黒髪、青い目 => hair_color=black eye_color=blue glasses=no
猫耳と鈴付きの首輪をつけた白髪の子 => hair_color=white ornament=animal_ears neck=choker
緑がかった黒髪に琥珀の瞳 => hair_color=black/green eye_color=orange/yellow
「髪:水色/目:紫/服:セーラー/表情:ムスッとしてる」 => hair_color=aqua eye_color=purple expression=angry
名前:レン 性別:男 髪型:ウルフ 髪色:灰 目:赤 => hair_color=gray eye_color=red hair_length=medium look=masculine
笑わない系ヒロイン、藍色の長い髪 => hair_color=blue/purple hair_length=long expression=neutral look=feminine
麦わら帽子に白ワンピの夏っぽい少女、日焼けしてる => ornament=hat outfit=dress skin=dark look=feminine
泣きそうな顔で頬を赤らめた栗毛の女の子 => hair_color=brown expression=sad blush=yes look=feminine
目をつぶって歌っている茶髪ボブ => hair_color=brown hair_length=short mouth=open eyes=closed
おじいちゃん、白髪に丸メガネ、ニコニコ => hair_color=white expression=smile look=masculine glasses=yes
髪の長さは肩につくくらい、色は暗めの紫 => hair_color=purple/black hair_length=medium
帽子もメガネもなしの、さっぱりした短髪男子 => hair_length=short ornament=none look=masculine glasses=no
オレンジがかった金髪をポニーテールにした子 => hair_color=blonde/orange hair_style=ponytail
赤いマフラーを巻いた、息の白い黒髪の少女 => hair_color=black neck=scarf look=feminine
怒り顔の鬼っ娘、赤髪、角、八重歯 => hair_color=red expression=angry look=feminine
くすんだ緑の髪、垂れ目、眠そうな表情、パーカー => hair_color=green eyes=half outfit=jacket
髪が床につくほど長い姫、色は月の光のよう => hair_color=silver/white hair_length=long look=feminine
ジト目で無口な青髪ショートの子 => hair_color=blue hair_length=short eyes=half
エメラルドグリーンの瞳に、燃えるような赤い髪の騎士 => hair_color=red eye_color=green/aqua
やんちゃそうな金髪の男の子、口の中が見えるくらい笑ってる => hair_color=blonde mouth=open expression=smile look=masculine
頭に大きな花を飾った褐色肌の踊り子 => ornament=flower skin=dark look=feminine
前髪ぱっつんの茶髪、目はオレンジ、ネクタイしてる => hair_color=brown eye_color=orange bangs=blunt neck=tie
ショートだけど襟足だけ長い銀髪 => hair_color=silver hair_length=long
昭和の少女漫画みたいな、瞳キラキラの巻き髪 => hair_style=wavy look=feminine era=classic
きつね耳、しろい髪、あおい目、きもの => hair_color=white eye_color=blue ornament=animal_ears
ﾋﾟﾝｸ髪ﾛﾝｸﾞ、ﾒｶﾞﾈ、ﾆｺﾆｺ => hair_color=pink hair_length=long expression=smile glasses=yes
髪ボサボサで目の下にクマのある研究者、白衣 => outfit=jacket
髪を下ろした黒髪の先輩、優しく微笑む => hair_color=black expression=smile
口元をマフラーで隠した紫髪の忍者 => hair_color=purple neck=scarf
肩出しニット、アッシュグレーのボブ、気怠げ => hair_color=gray hair_length=short eyes=half outfit=bare_shoulders
髪色は黒以外、目は緑で、リボンはいらない => eye_color=green ornament=none
顔を真っ赤にして怒る金髪ツインテール => hair_color=blonde hair_style=twintails expression=angry blush=yes
目が死んでる黒髪の社会人、スーツ => hair_color=black expression=neutral outfit=jacket
青みの強い紫の髪、金色の目、褐色、エルフ耳 => hair_color=purple/blue eye_color=orange/yellow skin=dark
`,
  'mixed languages': String.raw`
1girl, 銀髪, 赤目, smile, リボン => hair_color=silver eye_color=red expression=smile ornament=ribbon look=feminine
金髪のboy with glasses, ちょっと怒ってる => hair_color=blonde expression=angry/neutral look=masculine glasses=yes
粉色头发 + ブルーの瞳 + choker => hair_color=pink eye_color=blue neck=choker
short 黑发, green eyes, 戴帽子 => hair_color=black eye_color=green hair_length=short ornament=hat
紫色 twintails の女の子, 笑着 => hair_color=purple hair_style=twintails expression=smile look=feminine
blonde ショート、目 closed、scarf 付き => hair_color=blonde hair_length=short eyes=closed neck=scarf
kawaii 女孩子 with 蓝色长发, no glasses => hair_color=blue hair_length=long look=feminine glasses=no
hair: 茶色, 眼睛: green, 服: dress => hair_color=brown eye_color=green outfit=dress
猫耳 girl, 髪は white, 害羞 => hair_color=white blush=yes ornament=animal_ears look=feminine
赤い ribbon, 黑色 hair ロング, crying => hair_color=black hair_length=long expression=sad ornament=ribbon
`,
};
