#include "CKernels.h"
#include "tiles.h"

// Attention computes small matrix products around a softmax, per sequence and head. Each product is
// cut into tiles of up to ROWS rows and LANES columns that stay in registers during the inner loop
// (tiles.h). Scores and their gradients have columns for the keys of a shared header and prefix, if
// any, and for the sequence's own keys; each part is padded to whole tiles.

// dst[c, r] = src[r, c], transposing blocks of 4 x 4 in registers.
MULTIVERSIONED
void ck_transpose(float *restrict dst, int64_t ld, const float *restrict src, int64_t stride,
                  int rows, int columns) {
  int r = 0;
  for (; r + 4 <= rows; r += 4) {
    int c = 0;
    for (; c + 4 <= columns; c += 4) {
      const float *from = src + r * stride + c;
      float *to = dst + c * ld + r;
      const f32x4 a = load4(from), b = load4(from + stride), d = load4(from + 2 * stride),
                  e = load4(from + 3 * stride);
      const f32x4 ab0 = __builtin_shufflevector(a, b, 0, 4, 1, 5);
      const f32x4 ab1 = __builtin_shufflevector(a, b, 2, 6, 3, 7);
      const f32x4 de0 = __builtin_shufflevector(d, e, 0, 4, 1, 5);
      const f32x4 de1 = __builtin_shufflevector(d, e, 2, 6, 3, 7);
      store4(to, __builtin_shufflevector(ab0, de0, 0, 1, 4, 5));
      store4(to + ld, __builtin_shufflevector(ab0, de0, 2, 3, 6, 7));
      store4(to + 2 * ld, __builtin_shufflevector(ab1, de1, 0, 1, 4, 5));
      store4(to + 3 * ld, __builtin_shufflevector(ab1, de1, 2, 3, 6, 7));
    }
    for (; c < columns; c++)
      for (int i = 0; i < 4; i++) dst[c * ld + r + i] = src[(r + i) * stride + c];
  }
  for (; r < rows; r++)
    for (int c = 0; c < columns; c++) dst[c * ld + r] = src[r * stride + c];
}

// A row of scores has up to three parts: the keys of a header, those of a prefix and the sequence's
// own. Each is padded to whole tiles.
typedef struct {
  int valid, padded;
} part;
enum { PARTS = 3 };

// exp(score * scale - highest) in place for the part's tiles that hold a valid column; exact zeros
// in the padding. A masked score's exponential would be a subnormal number once it is scaled, and
// each of those costs a microcode assist on some CPUs.
INLINE void exponentials(float *row, int valid, float scale, float highest, f32x16 *sum) {
  int t = 0;
  for (; t + LANES <= valid; t += LANES) {
    f32x16 e = load16(row + t) * scale - highest;
    exp16(&e);
    store16(row + t, e);
    *sum += e;
  }
  if (t < valid) {
    const i32x16 lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    f32x16 e = load16(row + t) * scale - highest;
    exp16(&e);
    replace_where(&e, lane >= valid - t, 0.0f);
    store16(row + t, e);
    *sum += e;
  }
}

// The highest score of a row's valid columns.
INLINE float row_maximum(const float *row, const part *parts) {
  const i32x16 lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  f32x16 top = splat(MASKED);
  for (int i = 0; i < PARTS; i++) {
    const int valid = parts[i].valid;
    int t = 0;
    for (; t + LANES <= valid; t += LANES) top = max16(top, load16(row + t));
    if (t < valid) {
      f32x16 last = load16(row + t);
      replace_where(&last, lane >= valid - t, MASKED);
      top = max16(top, last);
    }
    row += parts[i].padded;
  }
  return reduce_max(&top);
}

// In-place softmax of `rows` rows of scores; sets the padding columns to zero. Row r has r * step more
// columns in its last part. Each stage goes over all rows, so that the chains of dependent operations
// of one row (maximum, sum, quotient) overlap those of the others.
INLINE void softmax_rows(float *scores, int64_t ld, int rows, const part *first, int step,
                         float scale) {
  float highest[ROWS];
  f32x16 sums[ROWS];
  part parts[PARTS] = {first[0], first[1], first[2]};
  for (int r = 0; r < rows; r++) {
    parts[PARTS - 1].valid = first[PARTS - 1].valid + r * step;
    highest[r] = row_maximum(scores + r * ld, parts) * scale;
  }
  for (int r = 0; r < rows; r++) {
    parts[PARTS - 1].valid = first[PARTS - 1].valid + r * step;
    float *start = scores + r * ld;
    f32x16 sum = splat(0);
    for (int i = 0; i < PARTS; i++) {
      exponentials(start, parts[i].valid, scale, highest[r], &sum);
      start += parts[i].padded;
    }
    sums[r] = sum;
  }
  for (int r = 0; r < rows; r++) {
    parts[PARTS - 1].valid = first[PARTS - 1].valid + r * step;
    const float inverse = 1.0f / reduce_add(&sums[r]);
    float *start = scores + r * ld;
    for (int i = 0; i < PARTS; i++) {
      const int used = round_up(parts[i].valid);
      int t = 0;
      for (; t < used; t += LANES) store16(start + t, load16(start + t) * inverse);
      for (; t < parts[i].padded; t += LANES) store16(start + t, splat(0));
      start += parts[i].padded;
    }
  }
}

// out = a b for `rows` rows of `a`, in tiles of rows x LANES. The last tile is also stored whole,
// so out's rows are padded to whole tiles.
INLINE void whole_tiles(float *out, int64_t ld, const float *a, int64_t a_row, const float *b,
                        int64_t b_row, int rows, int columns, int depth) {
  for (int c = 0; c < columns; c += LANES)
    tile(out + c, ld, LANES, a, a_row, 1, b + c, b_row, rows, 0, depth, 0);
}

// Softmax of the scores of `rows` queries, the first of which is the sequence's i-th. The columns of
// later queries are zero up to whole tiles of the last row.
INLINE void attention_rows(float *scores, int64_t ld, const float *q, int64_t stride,
                           const float *keys, int64_t ld_keys, int i, int rows,
                           const ck_attention_rows *at, int dim, float scale) {
  const int header = round_up(at->header_length), prefix = round_up(at->prefix_length);
  const int own = round_up(at->length);
  whole_tiles(scores, ld, q, stride, keys + at->header_start, ld_keys, rows, header, dim);
  whole_tiles(scores + header, ld, q, stride, keys + at->prefix_start, ld_keys, rows, prefix, dim);
  whole_tiles(scores + header + prefix, ld, q, stride, keys + at->start, ld_keys, rows,
              round_up(i + rows), dim);
  const part parts[PARTS] = {
      {at->header_length, header}, {at->prefix_length, prefix}, {i + 1, own}};
  softmax_rows(scores, ld, rows, parts, 1, scale);
}

MULTIVERSIONED
void ck_attention_forward(float *out, float *probabilities, int keep, const float *qkv,
                          const float *keys_transposed, int64_t ld_keys, ck_attention_rows at,
                          int heads, int kv_heads, int dim, float scale) {
  const int64_t stride = (heads + 2 * kv_heads) * dim, out_stride = heads * dim;
  const int group = heads / kv_heads, start = at.start, length = at.length;
  const int header = round_up(at.header_length), prefix = round_up(at.prefix_length);
  const int ld = header + prefix + round_up(length);
  for (int h = 0; h < heads; h++) {
    const int kv = h / group;
    const float *q = qkv + start * stride + h * dim;
    const float *keys = keys_transposed + (int64_t)kv * dim * ld_keys;
    const float *v = qkv + (heads + kv_heads + kv) * dim;
    for (int i = 0; i < length; i += ROWS) {
      const int rows = length - i < ROWS ? length - i : ROWS;
      float *scores = keep ? probabilities + ((int64_t)h * length + i) * ld : probabilities;
      attention_rows(scores, ld, q + i * stride, stride, keys, ld_keys, i, rows, &at, dim, scale);
      float *target = out + (start + i) * out_stride + h * dim;
      for (int d = 0; d < dim; d += LANES) {
        const int width = dim - d < LANES ? dim - d : LANES;
        tile(target + d, out_stride, width, scores + header + prefix, ld, 1, v + start * stride + d,
             stride, rows, 0, i + rows, 0);
        if (prefix > 0)
          tile(target + d, out_stride, width, scores + header, ld, 1,
               v + at.prefix_start * stride + d, stride, rows, 0, at.prefix_length, 1);
        if (header > 0)
          tile(target + d, out_stride, width, scores, ld, 1, v + at.header_start * stride + d,
               stride, rows, 0, at.header_length, 1);
      }
    }
  }
}

MULTIVERSIONED
void ck_attention_backward(float *dqkv, const float *dout, const float *probabilities,
                           const float *qkv, const float *keys_transposed,
                           const float *values_transposed, int64_t ld_transposed, float *scratch,
                           ck_attention_rows at, int heads, int kv_heads, int dim, float scale) {
  const int64_t stride = (heads + 2 * kv_heads) * dim, out_stride = heads * dim;
  const int group = heads / kv_heads, start = at.start, length = at.length;
  const int header = round_up(at.header_length), prefix = round_up(at.prefix_length);
  const int ld = header + prefix + round_up(length);
  float *ds = scratch;
  for (int h = 0; h < heads; h++) {
    const int kv = h / group;
    const float *q = qkv + start * stride + h * dim;
    const float *k = qkv + (heads + kv) * dim;
    const float *keys = keys_transposed + (int64_t)kv * dim * ld_transposed;
    const float *values = values_transposed + (int64_t)kv * dim * ld_transposed;
    float *again = scratch + (int64_t)length * ld;
    const float *p = probabilities ? probabilities + (int64_t)h * length * ld : again;
    const float *dy = dout + start * out_stride + h * dim;
    float *dq = dqkv + start * stride + h * dim;
    float *dk = dqkv + (heads + kv) * dim;
    float *dv = dqkv + (heads + kv_heads + kv) * dim;
    for (int i = 0; i < length; i += ROWS) {
      const int rows = length - i < ROWS ? length - i : ROWS;
      const int used = header + prefix + round_up(i + rows);
      if (!probabilities)
        attention_rows(again + (int64_t)i * ld, ld, q + i * stride, stride, keys, ld_transposed, i,
                       rows, &at, dim, scale);
      float *d_scores = ds + (int64_t)i * ld;
      const float *gradient = dy + i * out_stride;
      whole_tiles(d_scores, ld, gradient, out_stride, values + at.header_start, ld_transposed, rows,
                  header, dim);
      whole_tiles(d_scores + header, ld, gradient, out_stride, values + at.prefix_start,
                  ld_transposed, rows, prefix, dim);
      whole_tiles(d_scores + header + prefix, ld, gradient, out_stride, values + start,
                  ld_transposed, rows, round_up(i + rows), dim);
      // dS = P * (dP - sum_j P dP) * scale. Where P is zero padding, ignore dP: its columns came
      // from other sequences.
      for (int r = 0; r < rows; r++) {
        const float *weights = p + (int64_t)(i + r) * ld;
        float *row = d_scores + r * ld;
        f32x16 dots = splat(0);
        for (int t = 0; t < used; t += LANES) {
          const f32x16 w = load16(weights + t);
          const f32x16 product = where_nonzero(w, w * load16(row + t));
          store16(row + t, product);
          dots += product;
        }
        const float dot = reduce_add(&dots);
        for (int t = 0; t < used; t += LANES)
          store16(row + t, (load16(row + t) - load16(weights + t) * dot) * scale);
      }
      for (int d = 0; d < dim; d += LANES) {
        const int width = dim - d < LANES ? dim - d : LANES;
        float *target = dq + i * stride + d;
        tile(target, stride, width, d_scores + header + prefix, ld, 1, k + start * stride + d,
             stride, rows, 0, i + rows, 0);
        if (prefix > 0)
          tile(target, stride, width, d_scores + header, ld, 1, k + at.prefix_start * stride + d,
               stride, rows, 0, at.prefix_length, 1);
        if (header > 0)
          tile(target, stride, width, d_scores, ld, 1, k + at.header_start * stride + d, stride,
               rows, 0, at.header_length, 1);
      }
    }
    // Keys and values: sum over the queries that see them; every query sees header and prefix. The
    // first head of a group overwrites its own keys' part; all other cases add.
    for (int i = 0; i < PARTS; i++) {
      const int is_own = i == PARTS - 1, adds = !is_own || h % group != 0;
      const int count = is_own ? length : i == 0 ? at.header_length : at.prefix_length;
      const int column = is_own ? header + prefix : i == 0 ? 0 : header;
      const int64_t first = is_own ? start : i == 0 ? at.header_start : at.prefix_start;
      for (int j = 0; j < count; j += ROWS) {
        const int rows = count - j < ROWS ? count - j : ROWS;
        const int from = is_own ? j : 0;
        for (int d = 0; d < dim; d += LANES) {
          const int width = dim - d < LANES ? dim - d : LANES;
          tile(dk + (first + j) * stride + d, stride, width, ds + column + j, 1, ld, q + d, stride,
               rows, from, length, adds);
          tile(dv + (first + j) * stride + d, stride, width, p + column + j, 1, ld, dy + d,
               out_stride, rows, from, length, adds);
        }
      }
    }
  }
}

// Scores of one query against the suffix: LANES positions per chunk, with four partial sums each to
// shorten the chains of dependent additions.
INLINE void chunk_scores(float *scores, const float *q, const float *keys, int dim) {
  f32x16 s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0);
  int d = 0;
  for (; d + 4 <= dim; d += 4) {
    s0 += q[d] * load16(keys + d * LANES);
    s1 += q[d + 1] * load16(keys + (d + 1) * LANES);
    s2 += q[d + 2] * load16(keys + (d + 2) * LANES);
    s3 += q[d + 3] * load16(keys + (d + 3) * LANES);
  }
  for (; d < dim; d++) s0 += q[d] * load16(keys + d * LANES);
  store16(scores, (s0 + s1) + (s2 + s3));
}

MULTIVERSIONED
void ck_attention_decode(float *out, const float *qkv, int rows, const float *prefix_keys,
                         const float *prefix_values, int prefix_length, int64_t prefix_ld,
                         float *const *chunks, const int32_t *chunk_rows, int chunk_stride,
                         int suffix_length, float *scratch, int heads, int kv_heads, int dim,
                         float scale) {
  const int64_t stride = (heads + 2 * kv_heads) * dim, out_stride = heads * dim;
  const int64_t width_kv = kv_heads * dim, slot = 2 * LANES * width_kv;
  const int group = heads / kv_heads;
  const int chunk_count = (suffix_length + LANES - 1) / LANES;
  const int prefix = round_up(prefix_length), ld = prefix + chunk_count * LANES;
  // Append the newest keys and values to the last chunk.
  const int last = chunk_count - 1, position = (suffix_length - 1) % LANES;
  for (int r = 0; r < rows; r++) {
    float *keys = chunks[last] + chunk_rows[last * chunk_stride + r] * slot;
    float *values = keys + LANES * width_kv;
    const float *k = qkv + r * stride + heads * dim;
    for (int d = 0; d < width_kv; d++) keys[d * LANES + position] = k[d];
    memcpy(values + position * width_kv, k + width_kv, sizeof(float) * (size_t)width_kv);
  }
  for (int first = 0; first < rows; first += ROWS) {
    const int count = rows - first < ROWS ? rows - first : ROWS;
    for (int h = 0; h < heads; h++) {
      const int kv = h / group;
      const float *q = qkv + first * stride + h * dim;
      float *target = out + first * out_stride + h * dim;
      whole_tiles(scratch, ld, q, stride, prefix_keys + (int64_t)kv * dim * prefix_ld, prefix_ld,
                  count, prefix, dim);
      for (int r = 0; r < count; r++) {
        float *scores = scratch + r * ld;
        for (int c = 0; c < chunk_count; c++) {
          const float *keys = chunks[c] + chunk_rows[c * chunk_stride + first + r] * slot +
                              (int64_t)kv * dim * LANES;
          chunk_scores(scores + prefix + c * LANES, q + r * stride, keys, dim);
        }
      }
      const part parts[PARTS] = {
          {0, 0}, {prefix_length, prefix}, {suffix_length, chunk_count * LANES}};
      softmax_rows(scratch, ld, count, parts, 0, scale);
      for (int d = 0; d < dim; d += LANES) {
        const int width = dim - d < LANES ? dim - d : LANES;
        tile(target + d, out_stride, width, scratch, ld, 1, prefix_values + kv * dim + d, width_kv,
             count, 0, prefix_length, 0);
      }
      for (int r = 0; r < count; r++) {
        const float *weights = scratch + r * ld + prefix;
        for (int d = 0; d < dim; d += LANES) {
          const int width = dim - d < LANES ? dim - d : LANES;
          f32x16 s0 = splat(0), s1 = splat(0), s2 = splat(0), s3 = splat(0);
          for (int c = 0; c < chunk_count; c++) {
            const float *values = chunks[c] + chunk_rows[c * chunk_stride + first + r] * slot +
                                  LANES * width_kv + kv * dim + d;
            const float *w = weights + c * LANES;
            const int left = suffix_length - c * LANES, used = left < LANES ? left : LANES;
            int t = 0;
            for (; t + 4 <= used; t += 4) {
              s0 += w[t] * load16(values + t * width_kv);
              s1 += w[t + 1] * load16(values + (t + 1) * width_kv);
              s2 += w[t + 2] * load16(values + (t + 2) * width_kv);
              s3 += w[t + 3] * load16(values + (t + 3) * width_kv);
            }
            for (; t < used; t++) s0 += w[t] * load16(values + t * width_kv);
          }
          const f32x16 sum = (s0 + s1) + (s2 + s3);
          store_lanes(target + r * out_stride + d, &sum, width, 1);
        }
      }
    }
  }
}
