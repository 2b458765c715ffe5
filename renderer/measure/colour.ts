/** The quiet colour of measurements on a picture, which regions and heat maps leave free. */
export const measureColour = '#f2d675';
