// Runs before the first paint, so that a chosen theme does not flash the other one first.
{
  const theme = localStorage.getItem('mugen-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
