#pragma once
#include "kernels.h"

// Vectors of 16 floats: one register with AVX-512, two with AVX2, four with SSE2. The compiler
// lowers them for each variant of a MULTIVERSIONED function.
enum { LANES = 16, ROWS = 6 };

typedef float f32x4 __attribute__((vector_size(16), aligned(4)));
typedef float f32x16 __attribute__((vector_size(64)));
typedef float f32x16_unaligned __attribute__((vector_size(64), aligned(4)));
typedef int32_t i32x16 __attribute__((vector_size(64)));

// Score of a masked key: zero weight in the softmax, yet finite so that scaling gives no NaN.
#define MASKED (-1e30f)

// Functions pass vectors by address: passing by value would make the calling convention depend on
// the variant. Everything is inlined and stays in registers.
#define load16(p) ((f32x16) * (const f32x16_unaligned *)(p))
#define store16(p, v) (*(f32x16_unaligned *)(p) = (v))
#define splat(x) ((f32x16){} + (x))
#define max16(a, b) __builtin_elementwise_max(a, b)

INLINE f32x4 load4(const float *p) { return *(const f32x4 *)p; }
INLINE void store4(float *p, f32x4 v) { *(f32x4 *)p = v; }
INLINE int round_up(int count) { return (count + LANES - 1) / LANES * LANES; }

// y where w is non-zero, else zero, even if y is NaN.
#define where_nonzero(w, y) ((f32x16)((i32x16)(y) & (i32x16)((w) != (f32x16){})))
// *x = value in the lanes of the mask.
#define replace_where(x, mask, value) \
  (*(x) = (f32x16)(((i32x16)splat(value) & (i32x16)(mask)) | ((i32x16)*(x) & ~(i32x16)(mask))))

INLINE float reduce_add(const f32x16 *vector) {
  f32x16 v = *vector;
  v += __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
  v += __builtin_shufflevector(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11);
  v += __builtin_shufflevector(v, v, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13);
  return v[0] + v[1];
}

INLINE float reduce_max(const f32x16 *vector) {
  f32x16 v = *vector;
  v = max16(v, __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  v = max16(v, __builtin_shufflevector(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
  v = max16(v, __builtin_shufflevector(v, v, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
  return v[0] > v[1] ? v[0] : v[1];
}

// fast_exp (kernels.h) on sixteen numbers, in place.
INLINE void exp16(f32x16 *vector) {
  // Max and min would turn a NaN into a number.
  f32x16 x = *vector;
  replace_where(&x, x < splat(-87.0f), -87.0f);
  replace_where(&x, x > splat(88.0f), 88.0f);
  const f32x16 shifted = x * 1.44269504088896341f + 12582912.0f;
  const f32x16 n = shifted - 12582912.0f;
  f32x16 r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  f32x16 p = splat(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  const i32x16 power = (__builtin_convertvector(n, i32x16) + 127) << 23;
  *vector = p * (f32x16)power;
}

INLINE void store_lanes(float *out, const f32x16 *v, int width, int accumulate) {
  if (width == LANES) {
    store16(out, accumulate ? load16(out) + *v : *v);
  } else {
    float lanes[LANES];
    store16(lanes, *v);
    for (int l = 0; l < width; l++) out[l] = (accumulate ? out[l] : 0) + lanes[l];
  }
}

// out[r, l] (+)= sum over t in from..<to of a[r * a_row + t * a_step] * b[t * b_row + l] for
// r < rows, l < width. Always reads LANES floats of b per row: buffers have that much padding.
INLINE void tile_rows(float *out, int64_t ld, int width, const float *a, int64_t a_row,
                      int64_t a_step, const float *b, int64_t b_row, const int rows, int from,
                      int to, int accumulate) {
  f32x16 sums[ROWS];
  for (int r = 0; r < rows; r++) sums[r] = splat(0);
  for (int t = from; t < to; t++) {
    const f32x16 v = load16(b + t * b_row);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) sums[r] += a[r * a_row + t * a_step] * v;
  }
  for (int r = 0; r < rows; r++) store_lanes(out + r * ld, &sums[r], width, accumulate);
}

// `rows` is a constant in each case, so that the sums stay in registers.
INLINE void tile(float *out, int64_t ld, int width, const float *a, int64_t a_row, int64_t a_step,
                 const float *b, int64_t b_row, int rows, int from, int to, int accumulate) {
#define CASE(n)                                                                           \
  case n:                                                                                 \
    tile_rows(out, ld, width, a, a_row, a_step, b, b_row, n, from, to, accumulate);       \
    break;
  switch (rows) { CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) }
#undef CASE
}
