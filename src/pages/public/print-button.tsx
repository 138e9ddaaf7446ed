/** A place for a button that prints the page: the script makes the button, since without one it could do nothing. */
export const PrintButton = ({ label }: { readonly label: string }) => <span data-print={label} />;

export const printIsland = 'print-button';
