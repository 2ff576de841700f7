/** Files of packages that are not needed at run time. Has no dependency. */
const { platform, arch } = process;

const LEFT_OUT = [
  // Declarations and maps, of packages only: the program's own maps name lines in its stacks.
  /^node_modules\/.*\.(d\.[cm]?ts|[cm]?js\.map)$/,
  // A program that was compiled for another system, or sources that were compiled already.
  new RegExp(`^node_modules/onnxruntime-node/bin/napi-v\\d+/(?!${platform}$|${platform}/)[^/]+`),
  new RegExp(
    `^node_modules/onnxruntime-node/bin/napi-v\\d+/${platform}/(?!${arch}$|${arch}/)[^/]+`,
  ),
  /^node_modules\/better-sqlite3\/(deps|src)$/,
  /^node_modules\/better-sqlite3\/build\/(?!Release$|Release\/better_sqlite3\.node$)/,
  // Databases that are not spoken to, and Prisma for other places than Node.
  /^node_modules\/@prisma\/client\/runtime\/.*\.(cockroachdb|mysql|sqlserver)\./,
  /^node_modules\/@prisma\/client\/runtime\/(wasm-compiler-edge|index-browser|query_compiler_small_bg)/,
  /^dist\/\.tsbuildinfo$/,
];

/** @param path below the repository, with `/` between its parts on every system */
export function isLeftOut(path) {
  const slashed = path.replaceAll('\\', '/');
  return LEFT_OUT.some((pattern) => pattern.test(slashed));
}
