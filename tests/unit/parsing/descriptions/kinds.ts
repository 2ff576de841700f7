/** One case a line, ten and more of each kind that people write and that was misread once; see summarize-request.ts. */
export const KIND_CASES = String.raw`
an elderly fisherman with a white beard and hair down to his shoulders => hair_length=medium look=masculine
a swordswoman, hair cascading past her knees, jade eyes => eye_color=green/aqua hair_length=long look=feminine
ankle-length silver hair, red eyes => hair_color=silver eye_color=red hair_length=long
her lilac hair reaches her hips => hair_color=purple/pink/white hair_length=long look=feminine
a gown down to her ankles, short black hair => hair_color=black hair_length=short outfit=dress look=feminine
brown hair cropped at the chin, knee-length skirt => hair_color=brown hair_length=short
boots up to his knees, blond => hair_color=blonde look=masculine
hip-length curls the colour of wheat => hair_color=blonde/orange hair_length=long hair_style=wavy
elbow-length gloves, pink hair => hair_color=pink
tousled wolf cut, ash brown => hair_color=brown/gray hair_length=medium
platinum buzz cut, a businessman in a suit => hair_color=white/blonde hair_length=short outfit=jacket look=masculine
bowl-cut kid with big brown eyes => eye_color=brown hair_length=short
hair cut into a long bob, copper => hair_color=brown/orange/red hair_length=medium
he used to be blond, now he's gray-haired => hair_color=gray look=masculine
her eyes were blue but she wears red contacts => eye_color=red look=feminine
formerly brunette, dyed teal => hair_color=aqua/green
no longer blonde: jet black now => hair_color=black
short hair, but definitely not a pixie cut => hair_length=short
long, not a ponytail => hair_length=long
a coat with a fur collar, no scarf => neck=none outfit=jacket
spiked collar, green mohawk => hair_color=green neck=choker
high-collared coat, white hair => hair_color=white outfit=jacket
archer with a bow and quiver, blonde => hair_color=blonde
big red bow in her hair, blue eyes => eye_color=blue ornament=ribbon look=feminine
bow tied around her waist, purple hair => hair_color=purple look=feminine
a bow at her neck, silver hair => hair_color=silver neck=choker look=feminine
holding a straw hat, black hair => hair_color=black
carrying a bouquet of roses, brown hair => hair_color=brown
rose-print dress, yellow eyes => eye_color=yellow outfit=dress
blue roses in the background, red hair => hair_color=red
sunflower field, girl with a straw hat => ornament=hat look=feminine
heterochromia (left eye gold, right eye blue), black hair => hair_color=black eye_color=blue
one eye is green and the other is brown => eye_color=brown
mismatched eyes: red and blue => eye_color=red
two-toned hair, black on top and red underneath => hair_color=black
blonde hair with pink tips => hair_color=blonde
black hair with a white streak in front => hair_color=black
silver hair, blue inner color => hair_color=silver
dark roots, bleached hair => hair_color=blonde/white
hair dyed half black half white => hair_color=black/white
locks of spun gold, eyes like emeralds => hair_color=blonde eye_color=green/aqua
midnight waves and violet eyes => hair_color=black/blue eye_color=purple hair_style=wavy
caramel curls, hazel eyes => hair_color=brown/orange/gray eye_color=brown/green hair_style=wavy
hair the color of autumn leaves => hair_color=brown/orange/red
hair as dark as ink => hair_color=black
eyes the color of honey => eye_color=yellow/orange
hair white as freshly fallen snow => hair_color=white
strawberry locks, minty eyes => hair_color=red/pink eye_color=aqua/green
he rarely smiles, eyes half open => expression=neutral eyes=half look=masculine
she never blushes => blush=no look=feminine
hatless, glassesless, blonde => hair_color=blonde ornament=none glasses=no
seldom smiling butler with white gloves => expression=neutral look=masculine
tight-lipped nurse with ginger hair => hair_color=orange/red mouth=closed look=feminine
vacant blue eyes, pale => eye_color=blue expression=neutral skin=light
eyes vacant, mouth slightly open => mouth=open/closed expression=neutral
on the verge of tears, freckles => expression=sad
a young heiress in an off-shoulder gown => outfit=bare_shoulders/dress look=feminine
a nun with gray eyes and brown hair => hair_color=brown look=feminine
a barmaid with chestnut ringlets => hair_color=brown/red hair_style=wavy look=feminine
a monk, shaved head => look=masculine
salaryman with rectangular glasses and a loosened tie => neck=tie look=masculine glasses=yes
a grumpy old wizard with a pointy hat => expression=angry ornament=hat look=masculine
she winks, tongue out, pink twintails => hair_color=pink hair_style=twintails eyes=half look=feminine
kinpatsu tsuintēru => hair_color=blonde hair_style=twintails
ginpatsu, akai me, egao => hair_color=silver eye_color=red expression=smile
kuroi kami no onnanoko, aoi me => hair_color=black eye_color=blue look=feminine
a grl w/ slvr hair n prpl eyes => hair_color=silver eye_color=purple look=feminine
blk hair, brn eyes, smol girl => hair_color=black eye_color=brown look=feminine
lng pnk hair grn eyes => hair_color=pink eye_color=green hair_length=long
a black woman with curly hair => hair_style=wavy skin=dark look=feminine
brown-skinned boy with white hair => hair_color=white skin=dark look=masculine
star-shaped pupils, pink hair => hair_color=pink
eyes closed, star hair clip, aqua hair => hair_color=aqua eyes=closed
cat-shaped mouth, orange hair => hair_color=orange
hair covering one eye, grey => hair_color=gray bangs=swept
bangs hiding his left eye, dark green hair => hair_color=green/brown bangs=swept look=masculine
white hair falling over her eyes => hair_color=white bangs=strands look=feminine
scar over his left eye, red hair => hair_color=red look=masculine
eyepatch over one eye, silver hair => hair_color=silver
hand over her mouth, laughing => mouth=open expression=smile look=feminine
scarf covering her mouth, aqua eyes => eye_color=aqua neck=scarf look=feminine
hair in two buns, purple => hair_color=purple
messy bun, ginger => hair_color=orange/red
a green braid over her shoulder => hair_color=green look=feminine
dreadlocks, tan skin, brown eyes => eye_color=brown skin=dark
pink afro and gold earrings => hair_color=pink
flushed, eyes half-lidded, teal hair => hair_color=aqua/green eyes=half blush=yes
peach hair, grinning from ear to ear => hair_color=blonde/orange/white expression=smile
she looks angry, arms crossed, red pigtails => hair_color=red hair_style=twintails expression=angry look=feminine
pouting girl with lavender hair => hair_color=purple/pink/white look=feminine
a boy with an undercut dyed green => hair_color=green hair_length=short look=masculine
choker with a bell, orange eyes => eye_color=orange neck=choker
tie loosened, hair messy, black => hair_color=black neck=tie
neither hat nor glasses, long blue hair => hair_color=blue hair_length=long ornament=none glasses=no
no bangs, no blush, no smile => bangs=none expression=neutral blush=no
don't give her glasses => look=feminine glasses=no
without hat, ribbon or scarf: brown bob => hair_color=brown hair_length=short ornament=none neck=none
anything but blonde => ✗
red hair, not orange => hair_color=red
eyes not blue but green => eye_color=green
archer with a bow and quiver, blonde => hair_color=blonde
blue roses in the background, red hair => hair_color=red
one red eye and one blue eye => eye_color=red
mismatched eyes: red and blue => eye_color=red
异瞳（左金右蓝） => eye_color=orange/yellow
eyes not blue but green => eye_color=green
her hair isn't black but brown => hair_color=brown look=feminine
a young heiress in an off-shoulder gown => outfit=bare_shoulders/dress look=feminine
tousled wolf cut, ash brown => hair_color=brown/gray hair_length=medium
black on top and red underneath => hair_color=black
及腰的银色长发，紫色眼睛 => hair_color=silver eye_color=purple hair_length=long
头发长到膝盖，淡粉色 => hair_color=pink/white hair_length=long
穿着及膝长裙的黑发少女 => hair_color=black outfit=dress look=feminine
过膝袜，金发双马尾 => hair_color=blonde hair_style=twintails
一头锁骨发，栗色，戴着圆框眼镜 => hair_color=brown/red hair_length=medium glasses=yes
寸头，小麦色皮肤，眉毛很浓 => hair_length=short skin=dark
狼尾发型，蓝灰色 => hair_color=blue/gray hair_length=medium
头发以前是黑色，现在染成了银色 => hair_color=silver
不是长发，是短发 => hair_length=short
不要蝴蝶结，要帽子 => ornament=hat
没有戴眼镜，蓝眼 => eye_color=blue glasses=no
脖子上戴着红色围巾 => neck=scarf
脖子上系着蝴蝶结 => neck=choker
手里拿着一朵花，白发 => hair_color=white
抱着一束玫瑰花，红裙子 => outfit=dress
腰上系着蝴蝶结 => ✗
头上戴着花，粉色头发 => hair_color=pink ornament=flower
花边裙子，金发 => hair_color=blonde outfit=dress
雪花飘落，银发少女 => hair_color=silver look=feminine
在花园里，绿色眼睛 => eye_color=green
左眼红色，右眼蓝色 => eye_color=blue
黑发，发尾是红色 => hair_color=black
白发，挑染蓝色 => hair_color=white
眼睛像星空一样 => eye_color=blue/black
头发像夜空一样黑 => hair_color=black
青丝如瀑，明眸皓齿 => hair_color=black
乌黑的长直发 => hair_color=black hair_length=long hair_style=straight
眯起眼睛笑 => expression=smile eyes=half
抿唇，面无表情 => mouth=closed expression=neutral
轻轻啜泣，泪眼 => expression=sad
护士，粉色短发 => hair_color=pink hair_length=short look=feminine
修女，金色眼睛 => eye_color=orange/yellow look=feminine
老管家，银发，单片眼镜 => hair_color=silver
大小姐，金色卷发 => hair_color=blonde hair_style=wavy look=feminine
他有一头红发 => hair_color=red look=masculine
她总是冷冷的 => expression=neutral look=feminine
他很少笑 => expression=neutral look=masculine
从不戴帽子 => ornament=none
一个剑客，黑色长发扎成马尾 => hair_color=black hair_length=long hair_style=ponytail
双丸子头，粉色 => hair_color=pink
麻花辫，棕色 => hair_color=brown
困惑，歪头 => ✗
吃惊的表情，黑发 => hair_color=black
气鼓鼓的，红发双马尾 => hair_color=red hair_style=twintails expression=angry
害羞得脸都红了 => blush=yes
狐耳巫女，银白长发 => hair_color=white hair_length=long ornament=animal_ears look=feminine
兔女郎，黑丝 => ornament=animal_ears look=feminine
高领毛衣，灰发 => hair_color=gray
白大褂，黑框眼镜，男医生 => outfit=jacket look=masculine glasses=yes
连帽卫衣，黑发少年 => hair_color=black outfit=jacket look=masculine
吊带裙，长卷发 => hair_length=long hair_style=wavy outfit=bare_shoulders
black on top and red underneath => hair_color=black
头发以前是黑色，现在染成了银色 => hair_color=silver
膝まである銀髪、紫の目 => hair_color=silver eye_color=purple hair_length=long
足首まで届く黒髪 => hair_color=black hair_length=long
腰まで伸びたストレートの金髪 => hair_color=blonde hair_length=long hair_style=straight
肩につくくらいの茶髪 => hair_color=brown hair_length=medium
耳にかかるショート、赤髪 => hair_color=red hair_length=short
ウルフカットの黒髪男子 => hair_color=black hair_length=medium look=masculine
ツーブロック、金髪 => hair_color=blonde hair_length=short
マッシュヘアの少年、灰色の目 => hair_length=short look=masculine
膝丈スカートの黒髪少女 => hair_color=black look=feminine
髪を左右で結んだピンク髪の子 => hair_color=pink hair_style=twintails
後ろで一つに束ねた黒髪 => hair_color=black hair_style=ponytail
昔は黒髪だったけど今は金髪 => hair_color=blonde
金髪じゃなくて銀髪 => hair_color=silver
帽子はかぶらないで、リボンだけ => ornament=ribbon
眼鏡はなしで、青い目 => eye_color=blue glasses=no
首にリボンを巻いた少女 => neck=choker look=feminine
首に赤いスカーフ、銀髪 => hair_color=silver neck=scarf
手に花を持った少女 => look=feminine
花束を抱えた白髪の女の子 => hair_color=white look=feminine
頭に花を飾った緑髪 => hair_color=green ornament=flower
花柄ワンピースの茶髪 => hair_color=brown outfit=dress
花畑で微笑む金髪 => hair_color=blonde expression=smile
オッドアイ（右が赤、左が青）、黒髪 => hair_color=black eye_color=red
右目が金、左目が青の猫耳少女 => eye_color=blue ornament=animal_ears look=feminine
黒髪に赤いメッシュ => hair_color=black
金髪で毛先がピンク => hair_color=blonde
白髪、インナーカラーは水色 => hair_color=white
夜空のような髪、月のような瞳 => hair_color=black/blue
雪のように白い髪 => hair_color=white
血のように赤い瞳 => eye_color=red
蜂蜜色の髪に翡翠の目 => hair_color=blonde/orange eye_color=green/aqua
目を細めて微笑む => expression=smile eyes=half
口をきゅっと結んだ少年 => mouth=closed look=masculine
すすり泣く少女、水色の髪 => hair_color=aqua expression=sad look=feminine
ナース、ピンクのボブ => hair_color=pink hair_length=short look=feminine
シスター、金髪、青い目 => hair_color=blonde eye_color=blue look=feminine
ご令嬢、縦ロールの金髪 => hair_color=blonde hair_style=wavy look=feminine
執事、オールバックの黒髪、片眼鏡 => hair_color=black bangs=none look=masculine
彼女はめったに笑わない => expression=neutral look=feminine
彼は緑の目をしている => eye_color=green look=masculine
頬は染めないで => blush=no
赤面しないでください => blush=no
ﾂｲﾝﾃｰﾙの金髪ﾛﾘ => hair_color=blonde hair_style=twintails look=feminine
ｼｮｰﾄﾎﾞﾌﾞで茶髪 => hair_color=brown hair_length=short
お団子ヘアの紫髪 => hair_color=purple
三つ編みの茶髪、眼鏡 => hair_color=brown glasses=yes
アホ毛のある銀髪 => hair_color=silver
ウインクする金髪 => hair_color=blonde eyes=half
驚いた顔の少女、青髪 => hair_color=blue look=feminine
腕を組んだ赤髪の女騎士 => hair_color=red look=feminine
セーラー服、黒髪ロング => hair_color=black hair_length=long
ロングスカートの金髪 => hair_color=blonde
白いロングコートの銀髪 => hair_color=silver outfit=jacket
黒髪ロングに赤い目、笑顔で => hair_color=black eye_color=red hair_length=long expression=smile
栗毛のポニテ => hair_color=brown hair_style=ponytail
桜色の髪、若葉色の目 => hair_color=pink/white eye_color=green/yellow
キツネ耳の巫女、白髪 => hair_color=white ornament=animal_ears look=feminine
帽子のかわりにリボン => ornament=ribbon
Tシャツに短パン、金髪ショート => hair_color=blonde hair_length=short outfit=shirt
`;
