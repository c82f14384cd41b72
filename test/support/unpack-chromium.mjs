// Unpacks the Chromium that npm brought, with the few libraries that a bare machine lacks, into the folder for
// temporary files, and says where. It does so only where it takes itself to be on Amazon's machines.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
console.log(await chromium.executablePath());
