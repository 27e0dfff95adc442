#include "CKernels.h"
#include "tiles.h"

// Softmax and losses over the vocabulary, one row of logits at a time.
//
// The narrow kernels sum in float32, in an order that the compiler chooses. Over tens of thousands of
// tokens that loses what is small beside the sum so far: up to 1.5e-4 nats, where the compiler
// does not vectorise. The wide ones sum blocks of 512 in 16 lanes and the blocks in double precision.
// Up to NARROW tokens the narrow ones stay: digests of recorded runs depend on their bits.
enum { NARROW = 1024, BLOCK = 512 };

MULTIVERSIONED
void ck_narrow_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                               const int32_t *targets, int rows, int vocabulary) {
  for (int m = 0; m < rows; m++) {
    const float *row = logits + (int64_t)m * vocabulary;
    float *out = probabilities + (int64_t)m * vocabulary;
    float top = row[0];
    for (int v = 1; v < vocabulary; v++) top = row[v] > top ? row[v] : top;
    const float target = row[targets[m]] - top;
    float sum = 0;
    for (int v = 0; v < vocabulary; v++) {
      const float e = fast_exp(row[v] - top);
      out[v] = e;
      sum += e;
    }
    const float inverse = 1.0f / sum;
    for (int v = 0; v < vocabulary; v++) out[v] *= inverse;
    logprobs[m] = target - logf(sum);
  }
}

MULTIVERSIONED
void ck_narrow_kl_divergence(float *restrict divergence, float *restrict dlogits,
                             const float *restrict logits, const float *restrict reference_logits,
                             const float *restrict weights, int rows, int vocabulary) {
  for (int m = 0; m < rows; m++) {
    const float *a = logits + (int64_t)m * vocabulary;
    const float *b = reference_logits + (int64_t)m * vocabulary;
    float *d = dlogits + (int64_t)m * vocabulary;
    float top_a = a[0], top_b = b[0];
    for (int v = 1; v < vocabulary; v++) {
      top_a = a[v] > top_a ? a[v] : top_a;
      top_b = b[v] > top_b ? b[v] : top_b;
    }
    float sum_a = 0, sum_b = 0;
    for (int v = 0; v < vocabulary; v++) {
      sum_a += fast_exp(a[v] - top_a);
      sum_b += fast_exp(b[v] - top_b);
    }
    const float log_a = top_a + logf(sum_a), log_b = top_b + logf(sum_b);
    float kl = 0;
    for (int v = 0; v < vocabulary; v++) {
      const float log_p = a[v] - log_a;
      kl += fast_exp(log_p) * (log_p - (b[v] - log_b));
    }
    divergence[m] = kl;
    const float w = weights[m];
    for (int v = 0; v < vocabulary; v++) {
      const float log_p = a[v] - log_a;
      d[v] += w * fast_exp(log_p) * (log_p - (b[v] - log_b) - kl);
    }
  }
}

INLINE float row_maximum(const float *row, int count) {
  f32x16 tops = splat(row[0]);
  int v = 0;
  for (; v + LANES <= count; v += LANES) tops = max16(tops, load16(row + v));
  float top = reduce_max(&tops);
  for (; v < count; v++) top = row[v] > top ? row[v] : top;
  return top;
}

// sum over v of exp(row[v] - top); also written to `out` unless that is null. `out` may be `row`.
INLINE double exponential_sum(float *out, const float *row, float top, int count) {
  double total = 0;
  int v = 0;
  for (int end = BLOCK; v + LANES <= count; end += BLOCK) {
    f32x16 sum = splat(0);
    for (; v + LANES <= count && v < end; v += LANES) {
      f32x16 e = load16(row + v) - top;
      exp16(&e);
      if (out) store16(out + v, e);
      sum += e;
    }
    total += (double)reduce_add(&sum);
  }
  for (; v < count; v++) {
    const float e = fast_exp(row[v] - top);
    if (out) out[v] = e;
    total += (double)e;
  }
  return total;
}

MULTIVERSIONED
void ck_wide_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                             const int32_t *targets, int rows, int vocabulary) {
  for (int m = 0; m < rows; m++) {
    const float *row = logits + (int64_t)m * vocabulary;
    float *out = probabilities + (int64_t)m * vocabulary;
    const float top = row_maximum(row, vocabulary);
    const double target = (double)row[targets[m]] - (double)top;
    const double sum = exponential_sum(out, row, top, vocabulary);
    const float inverse = (float)(1.0 / sum);
    int v = 0;
    for (; v + LANES <= vocabulary; v += LANES) store16(out + v, load16(out + v) * inverse);
    for (; v < vocabulary; v++) out[v] *= inverse;
    logprobs[m] = (float)(target - log(sum));
  }
}

MULTIVERSIONED
void ck_wide_kl_divergence(float *restrict divergence, float *restrict dlogits,
                           const float *restrict logits, const float *restrict reference_logits,
                           const float *restrict weights, int rows, int vocabulary) {
  for (int m = 0; m < rows; m++) {
    const float *a = logits + (int64_t)m * vocabulary;
    const float *b = reference_logits + (int64_t)m * vocabulary;
    float *d = dlogits + (int64_t)m * vocabulary;
    const float top_a = row_maximum(a, vocabulary), top_b = row_maximum(b, vocabulary);
    const double sum_a = exponential_sum(0, a, top_a, vocabulary);
    const double log_a = (double)top_a + log(sum_a);
    const double log_b = (double)top_b + log(exponential_sum(0, b, top_b, vocabulary));
    // log p - log q = (a - b) - (log_a - log_b).
    const float shift = (float)(log_a - log_b), offset = (float)log_a;
    double kl = 0;
    for (int start = 0; start < vocabulary; start += BLOCK) {
      const int end = start + BLOCK < vocabulary ? start + BLOCK : vocabulary;
      float sum = 0;
      for (int v = start; v < end; v++) sum += fast_exp(a[v] - offset) * (a[v] - b[v] - shift);
      kl += (double)sum;
    }
    divergence[m] = (float)kl;
    const float w = weights[m], mean = (float)kl;
    for (int v = 0; v < vocabulary; v++)
      d[v] += w * fast_exp(a[v] - offset) * (a[v] - b[v] - shift - mean);
  }
}

MULTIVERSIONED
double ck_tempered(float *weights, const float *logits, int count, float scale) {
  const float top = row_maximum(logits, count);
  int v = 0;
  for (; v + LANES <= count; v += LANES) {
    const f32x16 x = (load16(logits + v) - top) * scale;
    store16(weights + v, x);
  }
  for (; v < count; v++) weights[v] = (logits[v] - top) * scale;
  return exponential_sum(weights, weights, 0, count);
}

MULTIVERSIONED
int32_t ck_pick(const float *weights, int count, double target) {
  double before = 0;
  int v = 0;
  for (; v + BLOCK <= count; v += BLOCK) {
    f32x16 sum = splat(0);
    for (int i = 0; i < BLOCK; i += LANES) sum += load16(weights + v + i);
    const double block = (double)reduce_add(&sum);
    if (before + block > target) break;
    before += block;
  }
  for (; v < count; v++) {
    before += (double)weights[v];
    if (before > target && weights[v] > 0) return v;
  }
  for (v = count - 1; v > 0; v--)
    if (weights[v] > 0) break;
  return v;
}

void ck_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                        const int32_t *targets, int rows, int vocabulary) {
  (vocabulary > NARROW ? ck_wide_softmax_logprob : ck_narrow_softmax_logprob)(
      probabilities, logprobs, logits, targets, rows, vocabulary);
}

void ck_kl_divergence(float *divergence, float *dlogits, const float *logits,
                      const float *reference_logits, const float *weights, int rows,
                      int vocabulary) {
  (vocabulary > NARROW ? ck_wide_kl_divergence : ck_narrow_kl_divergence)(
      divergence, dlogits, logits, reference_logits, weights, rows, vocabulary);
}

MULTIVERSIONED
void ck_cross_entropy_backward(float *dlogits, const float *probabilities,
                               const int32_t *restrict targets, const float *restrict weights,
                               int rows, int vocabulary) {
  for (int m = 0; m < rows; m++) {
    const float *p = probabilities + (int64_t)m * vocabulary;
    float *d = dlogits + (int64_t)m * vocabulary;
    const float w = weights[m];
    // In place or apart, never overlapping otherwise.
#pragma clang loop vectorize(assume_safety)
    for (int v = 0; v < vocabulary; v++) d[v] = w * p[v];
    d[targets[m]] -= w;
  }
}

