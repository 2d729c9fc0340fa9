/** The regions, in the order of the catalogue. */
export const REGIONS: readonly { code: string; name: string }[] = [
  { code: 'US', name: 'United States' },
  { code: 'EA', name: 'Euro area' },
  { code: 'DE', name: 'Germany' },
  { code: 'FR', name: 'France' },
  { code: 'IT', name: 'Italy' },
  { code: 'ES', name: 'Spain' },
  { code: 'GB', name: 'United Kingdom' },
  { code: 'JP', name: 'Japan' },
  { code: 'CN', name: 'China' },
  { code: 'CA', name: 'Canada' },
  { code: 'AU', name: 'Australia' },
  { code: 'NZ', name: 'New Zealand' },
  { code: 'CH', name: 'Switzerland' },
];

export const regionName = (code: string) => REGIONS.find((region) => region.code === code)?.name ?? code;
