/** True if the work settled within `ms`; stops waiting after that. */
export async function isWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = Promise.allSettled([work]).then(() => true);
  const isInTime = await Promise.race([ended, late]);
  clearTimeout(timer);
  return isInTime;
}
