/** One case a line: a description and what it sets; see summarize-request.ts. */
export const MIXED_CASES = String.raw`
👱‍♀️ 💙👀 => hair_color=blonde eye_color=blue look=feminine
👩🏿 => skin=dark look=feminine
blue 髪 red 目 => hair_color=blue eye_color=red
金发 blue eyes ツインテール => hair_color=blonde eye_color=blue hair_style=twintails
👩‍🦰 👀💚 => hair_color=red eye_color=green look=feminine
🌸👧💗 => ornament=flower look=feminine
💇‍♀️🟣 👀🔵 => hair_color=purple eye_color=blue
hair: 💗 => hair_color=pink
😊 => expression=smile blush=yes
😢 => expression=sad
🎀 => ornament=ribbon
🧣 => neck=scarf
🐱 => ornament=animal_ears
👒 => ornament=hat
👗👔 => neck=tie outfit=dress
blonde girl ❤️ => hair_color=blonde look=feminine
👧🏽 => skin=dark/light look=feminine
🎲 =>
🚫🎀 => ornament=none
ﾂｲﾝﾃｰﾙ => hair_style=twintails
ＢＬＵＥ　ＥＹＥＳ => eye_color=blue
1girl, 銀髪, red_eyes, 双马尾 => hair_color=silver eye_color=red hair_style=twintails look=feminine
hair:青 eyes:赤 => hair_color=blue eye_color=red
pink 头发，no 刘海 => hair_color=pink bangs=none
Tシャツの金髪 girl => hair_color=blonde outfit=shirt look=feminine
`;
