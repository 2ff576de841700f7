import type { LexiconTable } from './lexicon-table.js';

/**
 * Words for colours in all languages; a CJK word also stands for itself followed by 色.
 * English names that CSS has need no entry unless people mean another colour by them.
 */
export const COLOR_WORDS: LexiconTable = {
  // The vocabulary's own
  'color:aqua': 'aqua, cyan, 水色, 水蓝, 水藍, アクア, シアン, みずいろ, 湖蓝, 湖藍, アクアブルー',
  'color:black':
    'black, blk, jet black, raven, ebony, 黑, 黒, 漆黑, 漆黒, 乌黑, 烏黑, 黒い, 黒く, 黒くて, ブラック, くろ, くろい, 真っ黒, 真っ黒な, 真っ黒い, 真黒, 纯黑, 純黒, 墨, 墨黑, blck, 乌溜溜',
  'color:blonde':
    'blonde, blond, blondie, blondes, blondish, flaxen, ブロンド, 金髪色, 淡金, 铂金, 鉑金, 亜麻, 亚麻, blnd, spun flax, flax',
  'color:blue':
    'blue, blu, 蓝, 藍, ブルー, あお, あおい, 青い, 青く, 青くて, 真っ青, 真っ青な, 碧蓝, 碧藍, 湛蓝, 湛藍, 宝蓝, 寶藍, 蔚蓝, 蔚藍, 真青, 蓝蓝, bleu, blau',
  'color:ao': '青',
  'color:brown':
    'brown, brn, 棕, 棕褐, 褐, 茶色い, 茶髪色, ブラウン, 啡, 咖, 咖啡色, 栗棕, 褐い, ちゃいろ, 茶色, 巧克力色, チョコレート色, チョコ色, 棕黄, brwn, kuri',
  'color:tea': '茶',
  'color:gray':
    'gray, grey, gry, salt and pepper, 灰, グレー, グレイ, 灰い, 鼠色, ねずみ色, はいいろ, 灰灰, 鐵灰, 铁灰, アッシュグレー, 花白, 斑白, 奶奶灰, 雾灰, 霧灰',
  'color:green':
    'green, grn, 绿, 緑, 綠, グリーン, みどり, 緑の, 翠, 翠绿, 翠綠, 碧绿, 碧綠, 草绿, 草綠',
  'color:orange':
    'orange, 橙, 橘, 橘黄, 橘黃, オレンジ, オレンジ色, だいだい, 橙黄, 橙黃, 柑, みかん色, 桔, 桔黄',
  'color:pink':
    'pink, pnk, 粉, 粉红, 粉紅, ピンク, 桃, 桃色, ももいろ, 桃红, 桃紅, 粉粉, 桃粉, ぴんく, 粉嫩色, ピンク髪色',
  'color:purple':
    'purple, prpl, 紫, むらさき, パープル, バイオレット, 紫い, violet, ヴァイオレット',
  'color:red':
    'red, 红, 紅, 赤, 赤い, 赤く, 赤くて, あか, あかい, レッド, 真っ赤, 真っ赤な, 大红, 大紅, 鲜红, 鮮紅, 赤红, 赤紅, 火红, 火紅, 紅い, 朱红, 朱紅, 通红, 真紅い, 正红, 发红, 發紅, 红了, 紅了, 变红, 變紅, 红透, 紅透, 红红的, 紅紅的, 红红, 紅紅',
  'color:white':
    'white, wht, snow white, snowy white, 白, 白い, 白く, 白くて, ホワイト, しろ, しろい, 雪白, 真っ白, 真っ白な, 纯白, 純白, 洁白, 潔白, 苍白色, 银白, 銀白, 真っ白い, 白白',
  'color:yellow':
    'yellow, ylw, 黄, 黃, 黄色い, イエロー, きいろ, 黄い, 明黄, 明黃, 嫩黄, 嫩黃, 鹅黄, 鵝黃',
  // Metals and gems
  'color:silver':
    'silver, silvery, 银, 銀, シルバー, ぎん, 银灰, 銀灰, 白銀, 白银, 银色系, argent, シルバー色, liquid silver, spun silver, molten silver, slvr, silvr, tinsel silver',
  'color:platinum':
    'platinum, プラチナ, 白金, 铂, プラチナブロンド, platinum blonde, platinum blond, 白金髪',
  'color:gold':
    'gold, golden, 金, 金黄, 金黃, 黄金色, 黃金色, ゴールド, こがね, 黄金, 黄金の, 金色, 金の, こんじき, liquid gold, spun gold, molten gold, golden wheat, gilded',
  'color:amber': 'amber, 琥珀, アンバー, こはく, 琥珀金',
  'color:copper': 'copper, coppery, 铜, 銅, コッパー, 赤銅, あかがね',
  'color:bronze': 'bronze, 青铜, 青銅, ブロンズ',
  'color:ruby': 'ruby, rubies, 红宝石, 紅寶石, ルビー, 紅玉',
  'color:emerald':
    'emerald, emeralds, 祖母绿, 祖母綠, 翡翠, エメラルド, エメラルドグリーン, 绿宝石, 綠寶石, 翠玉, 翡翠绿, emerald green',
  'color:sapphire':
    'sapphire, sapphires, 蓝宝石, 藍寶石, サファイア, 瑠璃, 琉璃, ラピスラズリ, lapis, 琉璃蓝',
  'color:amethyst': 'amethyst, amethysts, 紫水晶, アメジスト, アメシスト, 紫晶',
  'color:topaz': 'topaz, トパーズ, 黄玉, 黃玉, citrine',
  'color:jade': 'jade, ジェイド, 玉色, 玉绿',
  'color:pearl': 'pearl, 珍珠白, パール, 真珠色, 珍珠色',
  'color:hazel': 'hazel, ヘーゼル, 榛, 榛子色, 榛色',
  // Reds and pinks
  'color:crimson':
    'crimson, クリムゾン, 深红, 深紅, 绯红, 緋紅, 緋, 绯, 緋色, 真紅, 猩红, 猩紅, 赤绯, carmine, カーマイン',
  'color:scarlet': 'scarlet, vermilion, vermillion, スカーレット, 朱, 朱色, 朱砂, 丹, バーミリオン',
  'color:wine':
    'wine red, burgundy, maroon, bordeaux, claret, 酒红, 酒紅, 葡萄酒红, 葡萄酒紅, 枣红, 棗紅, ワインレッド, ボルドー, ワイン色, バーガンディ, えんじ, 臙脂, 胭脂, 暗红, 暗紅, マルーン, wine colored, oxblood, garnet, ガーネット, 绛, 絳, 绛红, 红酒色, 紅酒色, ワイン',
  'color:winery': 'wine, red wine',
  'color:blood': 'blood red, blood, 血红, 血紅, 血色, 血の色, ブラッドレッド, 鲜血, bloody',
  'color:cherry':
    'cherry red, cherry, 樱桃红, 櫻桃紅, チェリー, cherry colored, さくらんぼ色, cherries, pomegranate, 石榴, 石榴红, ザクロ, 樱桃, 櫻桃',
  'color:rose':
    'rose, rosy pink, rose red, rose pink, 玫瑰, 玫瑰红, 玫瑰紅, 玫红, 玫紅, 薔薇色, ローズ, バラ色, 蔷薇色, 薔薇, ローズレッド, ローズピンク, 牡丹色',
  'color:rosegold': 'rose gold, 玫瑰金, ローズゴールド',
  'color:sakura':
    'sakura, cherry blossom pink, sakura pink, 樱, 櫻, 桜, 桜色, 樱花粉, 櫻花粉, 樱粉, 櫻粉, さくら色, サクラ色, 桜ピンク, 樱花色, 櫻花色, 淡粉, cherry blossoms pink, cherry blossom colored, 樱花的颜色, 櫻花的顏色, 桜の花の色, 樱花, 櫻花, 桜の花',
  'color:#b7282e': '茜, 茜色, あかね色, 茜红, 茜紅, madder',
  'color:magenta':
    'magenta, fuchsia, マゼンタ, フューシャ, 洋红, 洋紅, 品红, 品紅, 赤紫, 紅紫, 紫红, 紫紅, 躑躅色, つつじ色',
  'color:hotpink':
    'hot pink, neon pink, shocking pink, ショッキングピンク, 亮粉, 荧光粉, 螢光粉, ビビッドピンク',
  'color:salmon': 'salmon, salmon pink, サーモンピンク, サーモン, 鲑鱼色, 鮭色',
  'color:coral':
    'coral, コーラル, 珊瑚, 珊瑚红, 珊瑚紅, 珊瑚色, コーラルピンク, 珊瑚橙, coral pink',
  'color:peach': 'peach, peachy, ピーチ, 蜜桃, 蜜桃色, 杏粉',
  'color:raspberry':
    'raspberry, ラズベリー, 莓红, 莓紅, strawberry, 草莓, ストロベリー, 苺色, berry, strawberries, raspberries, cranberry, berries',
  // Oranges, browns, yellows
  'color:auburn':
    'auburn, 红棕, 紅棕, 赤褐, 红褐, 紅褐, 赤茶, 赤茶色, 赤褐色, オーバーン, 赤毛色, 棕红, 棕紅, mahogany, マホガニー, russet, chestnut red, 赤銅色',
  'color:ginger': 'ginger, ジンジャー, carrot, carroty, キャロット, 姜, 姜红',
  'color:rust':
    'rust, rusty, 铁锈红, 锈色, 鏽色, 錆色, 锈红, terracotta, テラコッタ, brick, 砖红, 磚紅, レンガ色',
  'color:chestnut': 'chestnut, 栗, 栗色, マロン, くり色, 栗红, maroon brown, チェスナット, 栗い',
  'color:chocolate': 'chocolate, choco, チョコ, チョコレート, チョコブラウン, 巧克力',
  'color:coffee': 'coffee, mocha, espresso, モカ, コーヒー色, 摩卡, カフェオレ, カフェオレ色',
  'color:caramel':
    'caramel, キャラメル, 焦糖, toffee, キャメル, camel, 驼, 駝, 焦茶, こげ茶, 焦げ茶',
  'color:honey':
    'honey, 蜂蜜, 蜂蜜色, ハニー, 蜂蜜金, はちみつ色, honey blonde, honey blond, 蜜糖色, ハチミツ色, 蜜色, liquid honey, molasses gold, syrup',
  'color:sand':
    'sandy, sandy blonde, sandy blond, sand, dirty blonde, dirty blond, dark blonde, dark blond, 沙色, ダークブロンド, サンド, サンドベージュ',
  'color:ash': 'ash, ashy, ashen, アッシュ',
  'color:ashblonde': 'ash blonde, ash blond, アッシュブロンド',
  'color:strawberryblonde':
    'strawberry blonde, strawberry blond, ストロベリーブロンド, 草莓金, 草莓金发色, 莓金',
  'color:cream':
    'cream, creamy, ivory, vanilla, 米白, 奶白, 奶油, 奶油白, クリーム, クリーム色, 象牙, 象牙白, アイボリー, 乳白, off white, 象牙色, オフホワイト, 米色, 生成り, 奶油色',
  'color:beige':
    'beige, ベージュ, 米黄, 米黃, 杏, 杏色, 肌色系, 亜麻色, 亚麻色, 亞麻, 亞麻色, 米棕, 裸色, linen, champagne, 香槟, 香檳, シャンパン, シャンパンゴールド',
  'color:lemon':
    'lemon, lemon yellow, レモン, レモンイエロー, レモン色, 柠檬黄, 檸檬黃, 柠檬, 檸檬',
  'color:mustard':
    'mustard, マスタード, からし色, 芥末黄, 芥末黃, 土黄, 土黃, 山吹, 山吹色, 姜黄, 薑黃, 赭',
  // Greens
  'color:mint':
    'mint, minty, mint green, 薄荷, 薄荷绿, 薄荷綠, ミント, ミントグリーン, ミント色, seafoam, seafoam green, sea foam, 浅葱绿',
  'color:lime':
    'lime, lime green, ライム, ライムグリーン, 黄绿, 黃綠, 黄緑, 黄緑色, 若草, 若草色, 萌黄, 萌黄色, 嫩绿, 嫩綠, 荧光绿, 螢光綠, きみどり, 青柠, 柠檬绿, chartreuse, 若葉色, 果绿, 苹果绿, 蘋果綠',
  'color:olive':
    'olive, olive green, オリーブ, オリーブグリーン, 橄榄绿, 橄欖綠, 橄榄, 橄欖, 军绿, 軍綠, カーキ, khaki green, 抹茶, 抹茶色, 抹茶绿, 抹茶綠, matcha, 鶯色, moss, moss green, 苔色, 苔绿, モスグリーン, sage, セージ',
  'color:forestgreen':
    'forest green, hunter green, bottle green, pine green, 深绿, 深綠, 深緑, 墨绿, 墨綠, 常磐色, 松叶绿, 松葉色, フォレストグリーン, ダークグリーン, 森林绿, 森林綠, ビリジアン, pine, fern, spruce, evergreen, 森の緑',
  'color:teal':
    'teal, ティール, 青绿, 青綠, 青緑, 蓝绿, 藍綠, 青碧, 孔雀绿, 孔雀綠, 孔雀蓝, 孔雀藍, ブルーグリーン, 鸭绿, 水鸭色, 水鴨色, 青緑色, 碧青, あおみどり, 凫蓝, blue green, green blue, sea green, peacock, petrol, マリングリーン, 海绿, 海綠',
  'color:heki': '碧, 碧色, 碧い, みどりいろ碧',
  'color:turquoise':
    'turquoise, 绿松石, 綠松石, ターコイズ, ターコイズブルー, 土耳其蓝, 土耳其藍, 浅葱, 浅葱色, 浅蔥, あさぎ色, aquamarine, アクアマリン, 碧海, 天青, 青碧色, 蒂芙尼蓝, トルコ石, ティファニーブルー, 湖绿, 湖綠, 海蓝, 海藍',
  // Blues and purples
  'color:skyblue':
    'sky blue, sky, skyblue, color of the sky, colour of the sky, baby blue, 天蓝, 天藍, 空色, 青空色, そらいろ, スカイブルー, ベビーブルー, light blue, 浅蓝, 淺藍, 淡蓝, 淡藍, ライトブルー, 天空蓝, 天空藍, 晴空蓝, パステルブルー, 空の色, 冰蓝, 冰藍, アイスブルー, ice blue, icy blue, powder blue, ペールブルー, 勿忘草色, 勿忘草, sky colored, sky coloured, summer sky, clear sky, forget me not, like the sky, as the sky, 天空的颜色, 天空的顏色, 晴空的颜色, 蓝天的颜色',
  'color:azure':
    'azure, cerulean, アジュール, セルリアン, セルリアンブルー, 蒼, 蒼い, 苍蓝, 蒼藍, 蒼色, 海の色, ocean blue, sea blue, 海洋蓝, 群青, 群青色, 紺碧, コバルト, コバルトブルー, 钴蓝, 鈷藍, cobalt, cobalt blue, royal blue, ロイヤルブルー, 宝石蓝, ultramarine, ウルトラマリン, 皇家蓝, cornflower, cornflower blue, 矢车菊蓝',
  'color:ocean':
    'ocean, sea, ocean colored, the sea, the ocean, oceans, seas, 大海, 海洋, 海水, 海のような, 海のように, 海みたいな, 海みたいに, 海の如く',
  'color:ice': 'ice, icy, frost, frosty, 冰, アイス',
  'color:navy':
    'navy, navy blue, dark blue, midnight blue, ネイビー, ネイビーブルー, 紺, 紺色, こんいろ, 濃紺, 藏青, 藏蓝, 藏藍, 藏青色, 深蓝, 深藍, 海军蓝, 海軍藍, ダークブルー, ミッドナイトブルー, 午夜蓝, 午夜藍, 暗蓝, 暗藍, 濃い青',
  'color:indigo':
    'indigo, インディゴ, 靛, 靛蓝, 靛藍, 靛青, 藍色の, 藍いろ, blurple, 青紫, 青紫色, 蓝紫, 藍紫, 蓝紫色, blue violet, blue purple',
  'color:blueblack': 'blue black, 蓝黑, 藍黑, 青黒, 青黒い, ブルーブラック, 黑蓝',
  'color:slate':
    'slate, slate blue, steel blue, steel, blue gray, blue grey, gray blue, grey blue, 灰蓝, 灰藍, 蓝灰, 藍灰, 青灰, ブルーグレー, スレート, 鋼色, 青灰色, stormy, storm grey, storm gray, 雾霾蓝, 霧霾藍',
  'color:lavender':
    'lavender, ラベンダー, 薰衣草, 薰衣草紫, 淡紫, 浅紫, 淺紫, 藤, 藤色, ふじ色, 薄紫, 薄紫色, うすむらさき, 丁香, 丁香紫, ライラック, lilac, wisteria, ウィステリア, ライトパープル, light purple, モーブ, mauve, 香芋, 香芋色, 香芋紫, 藕荷色, 薄藤色, 雪青, ペールパープル, thistle, 若紫, うす紫, パステルパープル, lavenders, wisterias, hyacinth, violets',
  'color:periwinkle': 'periwinkle, ペリウィンクル, 长春花蓝, 长春花色',
  'color:plum':
    'plum, eggplant, aubergine, dark purple, deep purple, 深紫, 暗紫, 茄子色, 茄紫, プラム, 葡萄紫, 葡萄色, grape, 葡萄, グレープ, 濃い紫, 江戸紫, 古代紫, 桑葚紫, 梅紫, 梅紫色, ダークパープル, なす紺',
  'color:orchid':
    'orchid, オーキッド, 兰花紫, 蘭花紫, 菫, 菫色, すみれ色, すみれ, スミレ色, 紫罗兰, 紫羅蘭, 堇, 堇色, 紫罗兰色, ヴァイオレット色',
  // Things that lend their colour only beside a noun
  'color:fire':
    'fire, fiery, flame, flames, flaming, 火焰, 火炎, 炎, 炎色, 烈焰, ファイア, 火, embers, ember, lava, magma, 岩浆, マグマ',
  'color:sunset':
    'sunset, 夕焼け, 夕焼け色, 夕阳, 夕陽, 晚霞, tangerine, pumpkin, apricot, 柿, 柿色, sunrise, dawn, dusk, marigold, persimmon',
  'color:sun':
    'sun, sunshine, sunlight, sunny, 太陽, 阳光色, wheat, wheaten, 麦色, 麦穗, straw, corn, buttery, butter, 稻草, 小麦金, sunrays, sunbeams, wheat field, ripe wheat, 太阳, 麦子, 麥子, 麦浪, 麥浪',
  'color:snow':
    'snow, snowy, 雪, 雪色, スノー, スノーホワイト, milk, milk white, 牛奶, fresh snow, freshly fallen snow, paper white, bone, bone white, paper, cotton, cloud white, marble',
  'color:charcoal':
    'charcoal, coal, charcoal gray, charcoal grey, 炭, 炭色, チャコール, チャコールグレー, 炭灰, 深灰, 暗灰, 煤黑, dark gray, dark grey, gunmetal',
  'color:night':
    "night, midnight black, 夜, 夜色, 闇色, obsidian, 黑曜石, 黒曜石, オニキス, onyx, jet, ink, inky, 鴉, 濡羽色, 濡れ羽色, 鸦羽, 乌木, raven feathers, raven wing, ravens wing, a raven's wing, crow feathers, coal black, pitch black, ink black, soot, tar, licorice, ravens, 乌鸦的羽毛, 烏鴉的羽毛, 乌鸦羽毛, 鸦青, カラスの羽, 鴉の羽, 烏の濡れ羽色",
  'color:seagrass': 'grass, grassy, leaf, leaves, leafy, 森, 草, 草色',
  'color:tan': '棕黑',
  // Rather that colour than it
  'tint:red':
    'reddish, 偏红, 偏紅, 赤みがかった, 赤みの, 赤っぽい, 红调, 赤みを帯びた, 赤みの強い, 赤みが強い',
  'tint:blue':
    'bluish, blueish, 偏蓝, 偏藍, 青みがかった, 青みの, 青っぽい, 青みを帯びた, 青みの強い, 青みが強い',
  'tint:green': 'greenish, 偏绿, 偏綠, 緑がかった, 緑っぽい, 緑みがかった',
  'tint:yellow': 'yellowish, 偏黄, 偏黃, 黄みがかった, 黄色っぽい, 黄色がかった, 黄みの強い',
  'tint:pink': 'pinkish, 偏粉, ピンクがかった, ピンクっぽい, ピンクみの',
  'tint:purple':
    'purplish, purpleish, violetish, 偏紫, 紫がかった, 紫っぽい, 紫みがかった, 紫みの強い',
  'tint:brown': 'brownish, 偏棕, 茶色がかった, 茶色っぽい, 茶がかった',
  'tint:gray': 'grayish, greyish, 偏灰, 灰色がかった, 灰がかった',
  'tint:orange': 'orangish, orangeish, orangey, 偏橙, 偏橘, オレンジがかった, オレンジっぽい',
  'tint:black': 'blackish, 偏黑, 黒っぽい, 黒みがかった',
  'tint:white': 'whitish, 偏白, 白っぽい, 白みがかった',
  'tint:gold': '偏金, 金色がかった',
  'tint:silver': '偏银, 偏銀, 銀色がかった',
  'color:midnight': 'midnight, 午夜, 真夜中色, night sky, the night sky, 星空, 夜空, 夜空色',
  'color:autumn':
    'autumn leaves, autumn, fall leaves, maple, maple leaves, maple leaf, 枫叶, 楓葉, 枫红, 楓紅, 紅葉色, もみじ色, 秋の葉, 枫叶红',
  'color:bubblegum': 'bubblegum, bubble gum, cotton candy, candy floss, 泡泡糖, 棉花糖粉, 綿菓子',
  'color:moonlight':
    'moonlight, moon white, moonlit, starlight, 月光, 月白, 月色, 月の色, 星光, 月亮, 月亮的颜色, 月の光',
  'color:smoke':
    'smoke, smoky, smokey, storm, storm clouds, thunder, iron, mercury, lead, pewter, 煙色, 烟灰, 烟灰色, 鉛色, 铅灰',
  'color:cinnamon':
    'cinnamon, nutmeg, hazelnut, walnut, oak, wood, bark, tree bark, cedar, 肉桂, シナモン, 核桃, 胡桃色, hickory, umber, sienna, tawny, brandy, whiskey, cognac, acorn, acorns, chestnuts',
  'color:bleached': 'bleached, bleach blonde, bleached blonde, 漂白色, ブリーチ',
  'color:ashbrown':
    'ash brown, アッシュブラウン, 灰棕, 灰褐, ミルクティー, 奶茶, ミルクティー色, ミルクティーベージュ, 奶茶色, 冷棕',
  'color:kasshoku': '褐色',
};
