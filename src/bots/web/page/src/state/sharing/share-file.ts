/** Hands a file to the device's own sharing where there is one, else saves it. */
export async function shareFile(file: File): Promise<void> {
  const data = { files: [file] };
  // Missing in many browsers, whatever its type says.
  const canShare = (navigator.canShare as typeof navigator.canShare | undefined)?.(data) === true;
  if (canShare && matchMedia('(pointer: coarse)').matches) {
    await navigator.share(data);
    return;
  }
  saveFile(file);
}

/** Puts a file among the downloads. */
export function saveFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
