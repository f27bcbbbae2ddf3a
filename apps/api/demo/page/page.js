const byId = (id) => document.getElementById(id);
const panel = document.querySelector('.token');

/** Shows a fresh token of the demo user with that role. */
async function show(role) {
  const answer = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  });
  const { user, token, expiresAt, title } = await answer.json();
  panel.hidden = false;
  byId('said').textContent = answer.ok ? '' : title;
  if (!answer.ok) return;
  byId('whose').textContent = user;
  byId('until').textContent = new Date(expiresAt).toLocaleTimeString('da-DK');
  byId('token').value = token;
  panel.scrollIntoView({ block: 'nearest' });
}

for (const button of document.querySelectorAll('[data-role]')) {
  button.addEventListener('click', () => show(button.dataset.role));
}

byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('token').value);
  byId('said').textContent = 'Kopieret · copied';
});

// The docs page keeps its authorization there, and takes up what it finds.
byId('use').addEventListener('click', () => {
  const bearer = {
    name: 'bearer',
    schema: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    value: byId('token').value,
  };
  localStorage.setItem('authorized', JSON.stringify({ bearer }));
  location.assign('/docs');
});
