/** Descriptions as people write them, in their languages. */
export const DESCRIPTIONS: readonly string[] = [
  'blonde blue-eyes',
  'a shy girl with long silver twin tails and crimson eyes, smiling',
  '金发碧眼',
  '黒髪ロング 赤い目 笑顔',
  'hair:pink eyes=green no bangs',
  'strawberry blonde ponytail, half-closed amber eyes, ribbon',
  '紫色双马尾，张嘴，蝴蝶结',
  '銀髪 ツインテール 赤面なし',
  'teal hair #7fffd4 eyes, choker',
  '',
];

/** One of {@link DESCRIPTIONS} for any whole number from 0, again and again in order. */
export function descriptionAt(at: number): string {
  return DESCRIPTIONS[at % DESCRIPTIONS.length] ?? '';
}
