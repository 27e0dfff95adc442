#include "CKernels.h"
#include "kernels.h"

// Attention works on tiles of LANES positions: a fixed-size accumulator that the compiler keeps in
// registers. Rows that end inside a tile compute some lanes in vain; they are never stored.
enum { LANES = 32 };

// transposed[d, t] = rows[t, d]; columns up to the next multiple of LANES are zeroed.
INLINE void transpose(float *restrict transposed, const float *restrict rows, int length, int dim,
                      int stride, int ld) {
  for (int t = 0; t < length; t++)
    for (int d = 0; d < dim; d++) transposed[d * ld + t] = rows[(int64_t)t * stride + d];
  for (int d = 0; d < dim; d++)
    for (int t = length; t < ld; t++) transposed[d * ld + t] = 0;
}

// out[t] = sum_d vector[d] * transposed[d, t] for t in 0..<length.
INLINE void dot_rows(float *restrict out, const float *restrict vector,
                     const float *restrict transposed, int length, int dim, int ld, float scale) {
  int start = 0;
  for (; start + LANES <= length; start += LANES) {
    float sum[LANES] = {0};
    for (int d = 0; d < dim; d++)
      for (int l = 0; l < LANES; l++) sum[l] += vector[d] * transposed[d * ld + start + l];
    for (int l = 0; l < LANES; l++) out[start + l] = sum[l] * scale;
  }
  if (start < length) {
    float sum[LANES] = {0};
    const int rest = length - start;
    if (start + LANES <= ld) {
      for (int d = 0; d < dim; d++)
        for (int l = 0; l < LANES; l++) sum[l] += vector[d] * transposed[d * ld + start + l];
    } else {
      for (int d = 0; d < dim; d++)
        for (int l = 0; l < rest; l++) sum[l] += vector[d] * transposed[d * ld + start + l];
    }
    for (int l = 0; l < rest; l++) out[start + l] = sum[l] * scale;
  }
}

// out[d] = sum_t weights[t] * rows[t, d].
INLINE void weighted_sum(float *restrict out, const float *restrict weights,
                         const float *restrict rows, int length, int dim, int stride) {
  for (int d = 0; d < dim; d++) out[d] = 0;
  for (int t = 0; t < length; t++)
    for (int d = 0; d < dim; d++) out[d] += weights[t] * rows[(int64_t)t * stride + d];
}

INLINE float softmax_row(float *row, int length) {
  float top = row[0];
  for (int t = 1; t < length; t++) top = row[t] > top ? row[t] : top;
  float sum = 0;
  for (int t = 0; t < length; t++) {
    row[t] = fast_exp(row[t] - top);
    sum += row[t];
  }
  return sum;
}

INLINE void forward_head(float *restrict out, float *restrict probabilities,
                         const float *restrict q, const float *restrict k,
                         const float *restrict v, float *restrict keys, int length, int dim,
                         int stride, int out_stride, float scale) {
  const int ld = (length + LANES - 1) / LANES * LANES;
  transpose(keys, k, length, dim, stride, ld);
  for (int i = 0; i < length; i++) {
    float *row = probabilities + (int64_t)i * length;
    dot_rows(row, q + (int64_t)i * stride, keys, i + 1, dim, ld, scale);
    const float inverse = 1.0f / softmax_row(row, i + 1);
    for (int j = 0; j <= i; j++) row[j] *= inverse;
    weighted_sum(out + (int64_t)i * out_stride, row, v, i + 1, dim, stride);
  }
}

INLINE void backward_head(float *restrict dq, float *restrict dk, float *restrict dv,
                          const float *restrict dout, const float *restrict probabilities,
                          const float *restrict q, const float *restrict k,
                          const float *restrict v, float *restrict scratch, int length, int dim,
                          int stride, int out_stride, float scale) {
  const int ld = (length + LANES - 1) / LANES * LANES;
  float *values = scratch;
  float *ds = scratch + dim * ld;
  transpose(values, v, length, dim, stride, ld);
  for (int i = 0; i < length; i++) {
    const float *row = probabilities + (int64_t)i * length;
    const float *dy = dout + (int64_t)i * out_stride;
    const float *query = q + (int64_t)i * stride;
    dot_rows(ds, dy, values, i + 1, dim, ld, 1.0f);
    float dot = 0;
    for (int j = 0; j <= i; j++) dot += row[j] * ds[j];
    for (int j = 0; j <= i; j++) ds[j] = row[j] * (ds[j] - dot) * scale;
    weighted_sum(dq + (int64_t)i * stride, ds, k, i + 1, dim, stride);
    for (int j = 0; j <= i; j++) {
      float *key = dk + (int64_t)j * stride;
      float *value = dv + (int64_t)j * stride;
      for (int d = 0; d < dim; d++) {
        key[d] += ds[j] * query[d];
        value[d] += row[j] * dy[d];
      }
    }
  }
}

// The head width is a compile-time constant for the usual sizes, so that inner loops unroll.
#define BY_WIDTH(dim, call)     \
  switch (dim) {                \
    case 8: call(8); break;     \
    case 16: call(16); break;   \
    case 32: call(32); break;   \
    case 64: call(64); break;   \
    case 128: call(128); break; \
    default: call(dim); break;  \
  }

MULTIVERSIONED
void ck_attention_forward(float *out, float *probabilities, const float *qkv, float *scratch,
                          int length, int heads, int kv_heads, int dim, float scale) {
  const int stride = (heads + 2 * kv_heads) * dim;
  const int group = heads / kv_heads;
  for (int h = 0; h < heads; h++) {
    const float *q = qkv + h * dim;
    const float *k = qkv + (heads + h / group) * dim;
    const float *v = qkv + (heads + kv_heads + h / group) * dim;
    float *p = probabilities + (int64_t)h * length * length;
#define CALL(width) \
  forward_head(out + h * dim, p, q, k, v, scratch, length, width, stride, heads *dim, scale)
    BY_WIDTH(dim, CALL)
#undef CALL
  }
}

MULTIVERSIONED
void ck_attention_backward(float *dqkv, const float *dout, const float *probabilities,
                           const float *qkv, float *scratch, int length, int heads, int kv_heads,
                           int dim, float scale) {
  const int stride = (heads + 2 * kv_heads) * dim;
  const int group = heads / kv_heads;
  memset(dqkv, 0, sizeof(float) * (size_t)length * (size_t)stride);
  for (int h = 0; h < heads; h++) {
    const int key = (heads + h / group) * dim, value = (heads + kv_heads + h / group) * dim;
    const float *p = probabilities + (int64_t)h * length * length;
#define CALL(width)                                                                          \
  backward_head(dqkv + h * dim, dqkv + key, dqkv + value, dout + h * dim, p, qkv + h * dim,  \
                qkv + key, qkv + value, scratch, length, width, stride, heads *dim, scale)
    BY_WIDTH(dim, CALL)
#undef CALL
  }
}

INLINE void decode_head(float *restrict out, const float *restrict q,
                        const float *restrict prefix_keys, const float *restrict prefix_values,
                        int prefix_length, int prefix_ld, const float *restrict suffix_keys,
                        const float *restrict suffix_values, int suffix_length, int suffix_ld,
                        float *restrict scratch, int dim, float scale) {
  dot_rows(scratch, q, prefix_keys, prefix_length, dim, prefix_ld, scale);
  dot_rows(scratch + prefix_length, q, suffix_keys, suffix_length, dim, suffix_ld, scale);
  const float inverse = 1.0f / softmax_row(scratch, prefix_length + suffix_length);
  for (int d = 0; d < dim; d++) out[d] = 0;
  for (int t = 0; t < prefix_length; t++)
    for (int d = 0; d < dim; d++) out[d] += scratch[t] * prefix_values[t * dim + d];
  for (int t = 0; t < suffix_length; t++)
    for (int d = 0; d < dim; d++) out[d] += scratch[prefix_length + t] * suffix_values[t * dim + d];
  for (int d = 0; d < dim; d++) out[d] *= inverse;
}

MULTIVERSIONED
void ck_attention_decode(float *out, const float *q, const float *prefix_keys,
                         const float *prefix_values, int prefix_length, int prefix_ld,
                         const float *suffix_keys, const float *suffix_values, int suffix_length,
                         int suffix_ld, float *scratch, int heads, int kv_heads, int dim,
                         float scale) {
  const int group = heads / kv_heads;
  for (int h = 0; h < heads; h++) {
    const int64_t kv = h / group;
#define CALL(width)                                                                             \
  decode_head(out + h * dim, q + h * dim, prefix_keys + kv * dim * prefix_ld,                   \
              prefix_values + kv * dim * prefix_ld, prefix_length, prefix_ld,                   \
              suffix_keys + kv * dim * suffix_ld, suffix_values + kv * dim * suffix_ld,         \
              suffix_length, suffix_ld, scratch, width, scale)
    BY_WIDTH(dim, CALL)
#undef CALL
  }
}
