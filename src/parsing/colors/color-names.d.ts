declare module 'color-name-list' {
  /** Names as the list writes them ("24 Carrot"), with `#rrggbb`; the package comes without types. */
  export const colornames: readonly { readonly name: string; readonly hex: string }[];
}
