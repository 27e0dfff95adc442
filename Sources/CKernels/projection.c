#include "CKernels.h"
#include "tiles.h"

// Products of few rows with a large matrix of weights, as decoding has them. A library's product
// first copies the weights to packed panels, which pays only if many rows use them. Here the weights
// are read once, where they lie. Dot products run along the inputs, and the sums of a tile of rows
// and outputs stay in registers. A row's results do not depend on the other rows.

// 24 sums, 4 weights and an input fill the 32 registers of AVX-512. Where a vector takes two
// registers, 6 sums and an input fill the 16 of AVX2, with weights as operands from memory.
enum { WIDE_ROWS = 6, WIDE_OUTPUTS = 4, NARROW_ROWS = 2, NARROW_OUTPUTS = 3 };

// y[r * outputs + o] = sum over i of x[r * inputs + i] * w[o * inputs + i], r < rows, o < columns.
INLINE void dot_products(float *y, const float *x, const float *w, int inputs, int outputs,
                         const int rows, const int columns) {
  f32x16 sums[WIDE_ROWS][WIDE_OUTPUTS];
  for (int r = 0; r < rows; r++)
    for (int o = 0; o < columns; o++) sums[r][o] = splat(0);
  int i = 0;
  for (; i + LANES <= inputs; i += LANES) {
    f32x16 weights[WIDE_OUTPUTS];
#pragma clang loop unroll(full)
    for (int o = 0; o < columns; o++) weights[o] = load16(w + (int64_t)o * inputs + i);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      const f32x16 v = load16(x + (int64_t)r * inputs + i);
#pragma clang loop unroll(full)
      for (int o = 0; o < columns; o++) sums[r][o] += v * weights[o];
    }
  }
  for (int r = 0; r < rows; r++) {
    for (int o = 0; o < columns; o++) {
      float sum = reduce_add(&sums[r][o]);
      for (int j = i; j < inputs; j++)
        sum += x[(int64_t)r * inputs + j] * w[(int64_t)o * inputs + j];
      y[(int64_t)r * outputs + o] = sum;
    }
  }
}

// All rows for `columns` outputs, whose weights then stay in the first cache. The sizes of a tile are
// constants in each case.
INLINE void all_rows(float *y, const float *x, const float *w, int rows, int inputs, int outputs,
                     const int most, const int columns) {
#define CASE(n)                                                                       \
  case n:                                                                             \
    if (n <= most) dot_products(to, from, w, inputs, outputs, n, columns);            \
    break;
  for (int r = 0; r < rows; r += most) {
    float *to = y + (int64_t)r * outputs;
    const float *from = x + (int64_t)r * inputs;
    switch (rows - r < most ? rows - r : most) { CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) }
  }
#undef CASE
}

INLINE void project(float *y, const float *x, const float *w, int rows, int inputs, int outputs,
                    const int most, const int columns) {
  int o = 0;
  for (; o + columns <= outputs; o += columns)
    all_rows(y + o, x, w + (int64_t)o * inputs, rows, inputs, outputs, most, columns);
  for (; o < outputs; o++)
    all_rows(y + o, x, w + (int64_t)o * inputs, rows, inputs, outputs, most, 1);
}

MULTIVERSIONED
static void project_wide(float *y, const float *x, const float *w, int rows, int inputs,
                         int outputs) {
  project(y, x, w, rows, inputs, outputs, WIDE_ROWS, WIDE_OUTPUTS);
}

MULTIVERSIONED
void ck_project_narrow(float *y, const float *x, const float *w, int rows, int inputs, int outputs) {
  project(y, x, w, rows, inputs, outputs, NARROW_ROWS, NARROW_OUTPUTS);
}

// Whether the loader takes the variant with 32 registers of 16 floats.
static int is_wide(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

void ck_project(float *restrict y, const float *restrict x, const float *restrict w, int rows,
                int inputs, int outputs) {
  if (is_wide())
    project_wide(y, x, w, rows, inputs, outputs);
  else
    ck_project_narrow(y, x, w, rows, inputs, outputs);
}

int ck_project_rows(void) { return is_wide() ? 32 : 16; }
