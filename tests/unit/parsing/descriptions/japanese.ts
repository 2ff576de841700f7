/** One case a line: a description and what it sets; see summarize-request.ts. */
export const JAPANESE_CASES = String.raw`
黒髪ロング 赤い目 笑顔 => hair_color=black eye_color=red hair_length=long expression=smile
リボンなし => ornament=none
髪は青、目は赤 => hair_color=blue eye_color=red
赤いリボン => ornament=ribbon
名前は紫 => ✗
黒猫 => ✗
金髪ツインテール碧眼の女の子 => hair_color=blonde eye_color=aqua/blue/green hair_style=twintails look=feminine
前髪ぱっつん => bangs=blunt
目を閉じた => eyes=closed
茶髪ショート => hair_color=brown hair_length=short
チョーカー => neck=choker
マフラー => neck=scarf
リボン => ornament=ribbon
眼鏡なし => glasses=no
【髪】銀髪ショート【目】青【性別】女 => hair_color=silver eye_color=blue hair_length=short look=feminine
髪：ピンク、ツインテール 目：緑 => hair_color=pink eye_color=green hair_style=twintails
タイトスカートの黒髪 => hair_color=black
アドレスを持つ金髪の少女 => hair_color=blonde look=feminine
スクールバッグと茶髪 => hair_color=brown
花屋の赤髪の娘 => hair_color=red look=feminine
別人のような青い目 => eye_color=blue
タイヤと銀髪 => hair_color=silver
怒った赤髪の少女 => hair_color=red expression=angry look=feminine
レトロ風の金髪少女 => hair_color=blonde look=feminine era=classic
丸眼鏡の銀髪の男の子 => hair_color=silver look=masculine glasses=yes
泣き顔 => expression=sad
笑ってない => expression=neutral
薄紫の髪 => hair_color=purple/pink/white
青い髪と赤い目の女の子、ツインテールでリボンをつけている => hair_color=blue eye_color=red hair_style=twintails ornament=ribbon look=feminine
髪も目も青い => hair_color=blue eye_color=blue
チョーカー不要 => neck=none
青い髪 => hair_color=blue
青髪青目 => hair_color=blue eye_color=blue
金髪ロングで青い目の女の子、リボンなし、笑顔 => hair_color=blonde eye_color=blue hair_length=long expression=smile ornament=none look=feminine
赤髪ショートの少年 => hair_color=red hair_length=short look=masculine
銀髪赤眼 => hair_color=silver eye_color=red
ピンク髪ツインテール => hair_color=pink hair_style=twintails
水色の髪に黄色い目 => hair_color=aqua eye_color=yellow
黒髪ポニーテールの女子高生 セーラー服 => hair_color=black hair_style=ponytail look=feminine
猫耳メイド 茶髪 緑の瞳 => hair_color=brown eye_color=green ornament=animal_ears look=feminine
髪は短くて茶色、目は緑 => hair_color=brown eye_color=green hair_length=short
目が赤い髪が青い => hair_color=blue eye_color=red
髪の青い女の子 => hair_color=blue look=feminine
口を開けて笑っている => mouth=open expression=smile
前髪なし => bangs=none
チョーカーもリボンもなし => ornament=none neck=none
眼鏡をかけた黒髪の女の子 => hair_color=black look=feminine glasses=yes
眼鏡をかけていない金髪の少女 => hair_color=blonde look=feminine glasses=no
照れた顔のピンク髪の女の子 => hair_color=pink blush=yes look=feminine
ルビーのような赤い目 => eye_color=red
茜色の髪 琥珀の瞳 => hair_color=red/brown eye_color=orange/yellow
青緑の髪 => hair_color=aqua/green
ダークブルーの髪、ライトグリーンの目 => hair_color=blue/black eye_color=green/aqua
金と黒の髪 => hair_color=black/blonde
青と赤の目 => eye_color=blue/red
紫ちゃん => ✗
面白い髪 => ✗
笑っていない銀髪の男 => hair_color=silver expression=neutral look=masculine
少し開いた口 => mouth=open/closed
ふわふわのウェーブヘア => hair_style=wavy
おまかせ =>
短髪の少年、青い瞳、無表情 => eye_color=blue hair_length=short expression=neutral look=masculine
髪型はポニーテール、色は黒 => hair_color=black hair_style=ponytail
目は青色で髪は金色 => hair_color=blonde eye_color=blue
金色の目 => eye_color=orange/yellow
瞳の色は緑 => eye_color=green
赤と青のオッドアイ => eye_color=red
ピンクのリボンをつけた白髪の少女 => hair_color=white ornament=ribbon look=feminine
リボンも帽子もいらない => ornament=none
メガネなしの茶髪男子 => hair_color=brown look=masculine glasses=no
笑わない女の子 => expression=neutral look=feminine
泣いている青髪の女の子 => hair_color=blue expression=sad look=feminine
口を閉じた笑顔 => mouth=closed expression=smile
頬を染めた赤毛の少女 => hair_color=red blush=yes look=feminine
日焼けした肌の金髪ギャル => hair_color=blonde skin=dark look=feminine
黒い服を着た銀髪の少女 => hair_color=silver look=feminine
白いワンピースの黒髪少女 => hair_color=black outfit=dress look=feminine
ネクタイをした男の子 => neck=tie look=masculine
ボブカットの紫髪 => hair_color=purple hair_length=short
セミロングの緑髪 => hair_color=green hair_length=medium
ストレートの黒髪ロング => hair_color=black hair_length=long hair_style=straight
桜色の髪 => hair_color=pink/white
空色の瞳 => eye_color=aqua/blue
深紅の瞳 => eye_color=red/pink
若草色の髪 => hair_color=green/blonde
オレンジ色の瞳 => eye_color=orange
黄緑の目 => eye_color=green/yellow
ワインレッドの髪 => hair_color=red/brown
亜麻色の髪の乙女 => hair_color=blonde/brown look=feminine
銀髪オッドアイ => hair_color=silver
狐耳の巫女 => ornament=animal_ears look=feminine
無表情で赤面 => expression=neutral blush=yes
赤髪に緑のマフラー => hair_color=red neck=scarf
青い目に青い髪 => hair_color=blue eye_color=blue
髪が長い => hair_length=long
目が大きい => ✗
可愛い => ✗
桃色の髪、はちみつ色の目 => hair_color=pink eye_color=yellow/orange
髪は青じゃなくて赤 => hair_color=red
目は赤ではない => ✗
髪は肩くらいの長さで茶色 => hair_color=brown hair_length=medium
髪の長さは短い => hair_length=short
前髪が目にかかっている黒髪少年 => hair_color=black bangs=strands look=masculine
くせっ毛の赤毛の男の子 => hair_color=red hair_style=wavy look=masculine
ぎんぱつ あかいめ => hair_color=silver eye_color=red
きんぱつツインテール => hair_color=blonde hair_style=twintails
ハイライトなしの目 => ✗
肩出しドレス、金髪縦ロール => hair_color=blonde hair_style=wavy outfit=bare_shoulders/dress
リボンも帽子もつけていない => ornament=none
オレンジ色の髪に緑色の目をした元気な女の子 => hair_color=orange eye_color=green look=feminine
ピンクと水色のグラデーションの髪 => hair_color=aqua/pink
`;
