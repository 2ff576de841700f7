/** One case a line: a description and what it sets; see summarize-request.ts. */
export const CHINESE_CASES = String.raw`
金发碧眼 => hair_color=blonde eye_color=aqua/blue/green
不戴项圈 => neck=none
红色围巾 => neck=scarf
小红 => ✗
青春 => ✗
白痴 => ✗
緑茶 => ✗
黑长直 => hair_color=black hair_length=long hair_style=straight
银发红瞳双马尾 => hair_color=silver eye_color=red hair_style=twintails
粉色头发蓝眼睛微笑少女 => hair_color=pink eye_color=blue expression=smile look=feminine
半目 => eyes=half
褐色肌 => skin=dark
猫耳 => ornament=animal_ears
首輪 => neck=choker
没有刘海 => bangs=none
無表情 => expression=neutral
异色瞳 => ✗
不要腮红 => blush=no
头发和眼睛都是红色 => hair_color=red eye_color=red
我想要一个蓝色头发、红色眼睛的女孩，不戴帽子 => hair_color=blue eye_color=red ornament=none look=feminine
短发棕色眼睛戴眼镜的男生 => eye_color=brown hair_length=short look=masculine glasses=yes
紫色长发，绿色眼睛，脸红 => hair_color=purple eye_color=green hair_length=long blush=yes
白发红瞳，兽耳，微笑 => hair_color=white eye_color=red expression=smile ornament=animal_ears
红发女孩穿着白色连衣裙 => hair_color=red outfit=dress look=feminine
浅蓝色头发 深红色眼睛 => hair_color=aqua/blue eye_color=red/pink
頭髮是粉紅色的，眼睛是金色的 => hair_color=pink eye_color=orange/yellow
藍色雙馬尾，紅色瞳孔，害羞 => hair_color=blue eye_color=red hair_style=twintails blush=yes
金色短发，没有表情 => hair_color=blonde hair_length=short expression=neutral
青色头发 => hair_color=aqua/blue/green
碧眼银发 => hair_color=silver eye_color=aqua/blue/green
酒红色头发 => hair_color=red/brown
薄荷绿头发 => hair_color=aqua/green/white
渐变蓝紫色头发 => hair_color=blue/purple
从粉色到蓝色的渐变头发 => hair_color=blue/pink
红蓝渐变头发 => hair_color=blue/red
粉蓝双色头发 => hair_color=blue/pink
黑发不戴眼镜不戴帽子 => hair_color=black ornament=none glasses=no
头发是黑色，长发，齐刘海 => hair_color=black hair_length=long bangs=blunt
银白色长直发，琥珀色眼睛，面无表情 => hair_color=white eye_color=orange/yellow hair_length=long hair_style=straight expression=neutral
闭着眼睛微笑的黑长直少女 => hair_color=black hair_length=long hair_style=straight expression=smile eyes=closed look=feminine
张着嘴大笑的金发少年 => hair_color=blonde mouth=open expression=smile look=masculine
有点脸红 => blush=yes/no
她叫小紫，蓝发 => hair_color=blue
名字叫紫 => ✗
红色汽车 => ✗
蓝天白云 => ✗
半睁着眼的灰发少女 => hair_color=gray eyes=half look=feminine
不笑 => expression=neutral
别笑 => expression=neutral
没有蝴蝶结的粉发少女 => hair_color=pink ornament=none look=feminine
不要刘海，也不要帽子 => bangs=none ornament=none
随机 =>
浅葱色 => hair_color=aqua/green
長髮飄逸的銀髮少女，藍眼睛 => hair_color=silver eye_color=blue hair_length=long look=feminine
戴著紅色圍巾的棕髮少年 => hair_color=brown neck=scarf look=masculine
粉紅色雙馬尾，綠眼，微笑，臉紅，不要帽子 => hair_color=pink eye_color=green hair_style=twintails expression=smile blush=yes ornament=none
黑色短髮，戴眼鏡，穿西裝 => hair_color=black hair_length=short outfit=jacket glasses=yes
橘色頭髮紫色眼睛 => hair_color=orange eye_color=purple
金髮藍眼 => hair_color=blonde eye_color=blue
沒有瀏海的白髮女生 => hair_color=white bangs=none look=feminine
深藍色頭髮，淺綠色眼睛 => hair_color=blue/black eye_color=green/aqua
紫羅蘭色眼睛 => eye_color=purple/pink
头发颜色：红色，眼睛颜色：蓝色 => hair_color=red eye_color=blue
头发：蓝；眼睛：红；表情：微笑 => hair_color=blue eye_color=red expression=smile
白色短发配蓝眼睛 => hair_color=white eye_color=blue hair_length=short
红眼睛和蓝头发 => hair_color=blue eye_color=red
蓝发和红瞳 => hair_color=blue eye_color=red
棕色卷发 => hair_color=brown hair_style=wavy
头发又长又直 => hair_length=long hair_style=straight
不是金发 =>
别戴项圈，别戴帽子 => ornament=none neck=none
无刘海，无腮红 => bangs=none blush=no
没有项圈和帽子 => ornament=none neck=none
没戴眼镜 => glasses=no
【发色】银 【瞳色】红 【发长】及腰 => hair_color=silver eye_color=red hair_length=long
性别：男 发色：黑 瞳色：蓝 => hair_color=black eye_color=blue look=masculine
外貌：金色短发，绿眼睛 => hair_color=blonde eye_color=green hair_length=short
性别：女，黑发 => hair_color=black look=feminine
困惑的蓝眼少年 => eye_color=blue look=masculine
印花裙子，金发 => hair_color=blonde outfit=dress
擅长游泳的红发少女 => hair_color=red look=feminine
别具一格的紫发女孩 => hair_color=purple look=feminine
绿眼睛，差别明显 => eye_color=green
花费很多的黑发女孩 => hair_color=black look=feminine
校长室里的蓝发少年 => hair_color=blue look=masculine
生气的银发少女 => hair_color=silver expression=angry look=feminine
复古风黑发少年 => hair_color=black look=masculine era=classic
戴眼鏡的紅髮女孩 => hair_color=red look=feminine glasses=yes
不张嘴 => mouth=closed
不闭眼 => eyes=open
黑皮肤 => skin=dark
皮肤很白 => skin=light
皮肤黝黑 => skin=dark
粉毛 => hair_color=pink
红毛少年 => hair_color=red look=masculine
黑丝 => ✗
蓝色的 => hair_color=blue
冷淡的银发御姐 => hair_color=silver expression=neutral look=feminine
忧伤的眼神 => expression=sad
猫耳女仆，粉色双马尾，张嘴笑 => hair_color=pink hair_style=twintails mouth=open expression=smile ornament=animal_ears look=feminine
头上戴着花的绿发少女 => hair_color=green ornament=flower look=feminine
绿叶 => ✗
小白 => ✗
我喜欢蓝色 => ✗
青春美少女 => look=feminine
头发不是蓝色是红色 => hair_color=red
头发不是蓝色，而是红色 => hair_color=red
頭髮不要黑色，要金色 => hair_color=blonde
不要帽子、蝴蝶结或者项圈 => ornament=none neck=none
不要帽子，不要蝴蝶结，脖子上也不要戴东西 => ornament=none neck=none
银发赤瞳的傲娇双马尾萝莉 => hair_color=silver eye_color=red hair_style=twintails look=feminine
求一个粉毛蓝瞳的猫耳娘～ => hair_color=pink eye_color=blue ornament=animal_ears look=feminine
戴着猫耳发箍的女仆 => ornament=animal_ears look=feminine
穿着露肩连衣裙的长发女孩 => hair_length=long outfit=bare_shoulders/dress look=feminine
雾霾蓝短发 => hair_color=blue/gray hair_length=short
没有笑容，没有刘海 => bangs=none expression=neutral
满头银丝 => hair_color=silver
我喜欢紫色，但是头发要白色 => hair_color=white
紅髮綠眼，雀斑，笑容燦爛 => hair_color=red eye_color=green expression=smile
白髮紅瞳的吸血鬼少女 => hair_color=white eye_color=red look=feminine
`;
