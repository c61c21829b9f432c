'use strict';
// Shows the rows with one state and all of the words. The choice is in the address, so that a link shows the same rows.
(() => {
  const form = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const rows = Array.from(document.querySelectorAll('#table tbody tr'));
  const table = document.getElementById('table');
  const parts = Array.from(table.querySelectorAll('.part'));
  const few = 500;
  const open = ['REJECTED', 'FAILED', 'SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED'];
  const texts = [];
  let waiting = 0;

  const text = number => texts[number] ??= rows[number].textContent.toLowerCase();

  const hasState = (row, state) =>
    state === '' || row.dataset.s === state || (state === 'open' && open.includes(row.dataset.s));

  const apply = () => {
    const state = form.elements.state.value;
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    let count = 0;
    rows.forEach((row, number) => {
      const isShown = hasState(row, state) && words.every(word => text(number).includes(word));
      if (row.hidden === isShown) {
        row.hidden = !isShown;
      }
      count += isShown ? 1 : 0;
    });
    parts.forEach(part => {
      part.hidden = part.querySelector('tbody tr:not([hidden])') === null;
    });
    table.classList.toggle('few', count <= few);
    shown.textContent = `${count.toLocaleString('en')} of ${rows.length.toLocaleString('en')} rows shown`;
  };

  const remember = () => {
    const choice = new URLSearchParams();
    ['state', 'q'].filter(name => form.elements[name].value !== '')
      .forEach(name => choice.set(name, form.elements[name].value));
    history.replaceState(null, '', '#' + (choice.size === 0 ? 'rows' : choice));
  };

  const change = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      apply();
      remember();
    }, 120);
  };

  const follow = () => {
    const place = decodeURIComponent(location.hash.slice(1));
    if (place.includes('=')) {
      const choice = new URLSearchParams(location.hash.slice(1));
      form.elements.state.value = choice.get('state') ?? '';
      if (form.elements.state.selectedIndex < 0) {
        form.elements.state.value = '';
      }
      form.elements.q.value = choice.get('q') ?? '';
      apply();
      document.getElementById('rows').scrollIntoView();
    } else if (place.startsWith('line-')) {
      form.reset();
      apply();
      document.getElementById(place)?.scrollIntoView({ block: 'center' });
    }
  };

  form.hidden = false;
  form.addEventListener('input', change);
  form.addEventListener('reset', () => setTimeout(() => {
    apply();
    remember();
  }));
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', follow);
  apply();
  follow();
})();
