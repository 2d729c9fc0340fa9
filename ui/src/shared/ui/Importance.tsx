/** Shows the importance as one to three bars. */
export function Importance({ of }: { of: number }) {
  return (
    <svg className="importance" width="14" height="9" role="img" aria-label={`importance ${of} of 3`}>
      {[1, 2, 3].map((bar) => <rect key={bar} x={(bar - 1) * 5} width="4" height="9" rx="1" data-on={bar <= of || undefined} />)}
    </svg>
  );
}
