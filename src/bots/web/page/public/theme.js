// Runs before the first paint, so that a chosen theme does not flash the other one first.
try {
  const theme = localStorage.getItem('mugen-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The browser blocks storage: the device decides.
}
