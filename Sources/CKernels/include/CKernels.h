// Plain-C kernels of the language model: float32, row-major, no allocation, no state
// (but ck_panel).
// Every kernel is compiled for several instruction sets in one binary (see kernels.h).
// N rows (tokens), C channels, H heads, K key-value heads, D head width, T sequence length,
// F feed-forward width, V vocabulary size.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// RMSNorm. out[n,c] = x[n,c] * rstd[n] * gain[c]; rstd[n] = 1 / sqrt(mean_c x^2 + epsilon).
void ck_rmsnorm_forward(float *out, float *rstd, const float *x, const float *gain, int rows,
                        int channels, float epsilon);
// Adds to dx and dgain.
void ck_rmsnorm_backward(float *dx, float *dgain, const float *dout, const float *x,
                         const float *gain, const float *rstd, int rows, int channels);

// RMSNorm of single heads, in place: the first `heads` heads of width `dim` in each row of `stride`
// floats, all with the same gain [dim]. input: [N, stride], gets what the heads held before.
// rstd: [N, heads].
void ck_head_norm_forward(float *x, float *input, float *rstd, const float *gain, int rows,
                          int heads, int dim, int stride, float epsilon);
// Turns dx, the gradient of the result, into that of the input, in place. Adds to dgain.
void ck_head_norm_backward(float *dx, float *dgain, const float *input, const float *gain,
                           const float *rstd, int rows, int heads, int dim, int stride);

// y[n,o] = x[n,:] . w[o,:], x: [N, inputs], w: [outputs, inputs], for few rows and large weights.
// Each row's result has the same bits whatever the other rows are.
void ck_project(float *y, const float *x, const float *w, int rows, int inputs, int outputs);
// The same as CPUs without AVX-512 do it, for tests on all others.
void ck_project_narrow(float *y, const float *x, const float *w, int rows, int inputs, int outputs);
// Most rows at which that beats a library's product on this CPU.
int ck_project_rows(void);

// y[n,o] += bias[o]; dbias[o] += sum_n dy[n,o].
void ck_bias_forward(float *y, const float *bias, int rows, int width);
void ck_bias_backward(float *dbias, const float *dy, int rows, int width);

// Rotary embedding, rotate-half form, in place on the first `heads` heads of width `dim` in each
// row of `stride` floats. tables: [position, dim/2]. sign -1 applies the inverse (backward pass).
void ck_rotary(float *x, const float *cosines, const float *sines, const int32_t *positions,
               int rows, int heads, int dim, int stride, float sign);

// SwiGLU. gate_up: [N, 2F] (gate, then up). out[n,f] = silu(gate) * up.
void ck_swiglu_forward(float *out, const float *gate_up, int rows, int width);
void ck_swiglu_backward(float *dgate_up, const float *dout, const float *gate_up, int rows,
                        int width);

// dst[c, r] = src[r, c] for `rows` rows of `columns` floats. Row strides: `stride` in src, `ld` in
// dst.
void ck_transpose(float *dst, int64_t ld, const float *src, int64_t stride, int rows, int columns);

// CK_PANEL floats of the calling thread, for use within one call; more than the weights of any product
// that goes in parts (SmallProducts). Freed with the thread.
enum { CK_PANEL = 1 << 16 };
__attribute__((returns_nonnull)) float *ck_panel(void);

// Floats per row of attention probabilities: the header's keys, the prefix's and the sequence's own,
// each rounded up to a multiple of 16.
#define CK_ATTENTION_LD(header_length, prefix_length, length)              \
  (((header_length) + 15) / 16 * 16 + ((prefix_length) + 15) / 16 * 16 + \
   ((length) + 15) / 16 * 16)

// Rows of a packed batch in attention: `length` tokens from `start` on, which see one another
// causally and all of two earlier runs of rows, each of which may be empty.
typedef struct {
  int32_t start, length, prefix_start, prefix_length, header_start, header_length;
} ck_attention_rows;

// Causal attention of one sequence of T tokens with P tokens of header and prefix together.
// qkv: [N, (H + 2K) * D], rotated. keys_transposed: [K * D, ld_keys], the batch's keys.
// out: [N, H * D]. probabilities: with `keep`, [H, T, LD], for the backward pass; else scratch of
// 6 * LD floats, where LD is CK_ATTENTION_LD of the three lengths.
// The three attention kernels may read up to 15 floats past the end of their inputs and ignore
// those values.
void ck_attention_forward(float *out, float *probabilities, int keep, const float *qkv,
                          const float *keys_transposed, int64_t ld_keys, ck_attention_rows at,
                          int heads, int kv_heads, int dim, float scale);
// dqkv: [N, (H + 2K) * D]. Overwrites the sequence's rows, adds to the header's and the prefix's
// keys and values: run those before their continuations. values_transposed: [K * D, ld_transposed].
// probabilities: as kept; null computes them again, with the same bits.
// scratch: T * LD floats, twice as many where probabilities is null.
void ck_attention_backward(float *dqkv, const float *dout, const float *probabilities,
                           const float *qkv, const float *keys_transposed,
                           const float *values_transposed, int64_t ld_transposed, float *scratch,
                           ck_attention_rows at, int heads, int kv_heads, int dim, float scale);

// Attention of one new token in each of `rows` sequences that share a prompt and have
// `suffix_length` tokens past it, including the new one; first adds its key and value to the cache.
// qkv: [rows, (H + 2K) * D], rotated. out: [rows, H * D].
// Prompt cache: transposed keys [K * D, prefix_ld]; values [P, K * D].
// Suffix cache: chunks of 16 positions. Row r's part of chunk c starts at chunks[c] +
// chunk_rows[c * chunk_stride + r] * 32 * K * D: transposed keys [K * D, 16], then values
// [16, K * D]. scratch: 6 * (CK_ATTENTION_LD(0, P, suffix_length)) floats.
void ck_attention_decode(float *out, const float *qkv, int rows, const float *prefix_keys,
                         const float *prefix_values, int prefix_length, int64_t prefix_ld,
                         float *const *chunks, const int32_t *chunk_rows, int chunk_stride,
                         int suffix_length, float *scratch, int heads, int kv_heads, int dim,
                         float scale);

// Log-softmax at the target. probabilities[m,v] = softmax(logits[m,:]); logprobs[m] =
// log probabilities[m, targets[m]], computed without underflow. May run in place. Right to 1e-6 nats
// for vocabularies of any size.
void ck_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                        const int32_t *targets, int rows, int vocabulary);
// dlogits[m,v] = weights[m] * (probabilities[m,v] - [v == targets[m]]). May run in place.
void ck_cross_entropy_backward(float *dlogits, const float *probabilities, const int32_t *targets,
                               const float *weights, int rows, int vocabulary);
// KL(p || q) per row, exact over the vocabulary; its gradient is added to dlogits:
// dlogits[m,v] += weights[m] * p[v] * (log p[v] - log q[v] - KL). q comes from its own logits.
void ck_kl_divergence(float *divergence, float *dlogits, const float *logits,
                      const float *reference_logits, const float *weights, int rows,
                      int vocabulary);

// For drawing from one row: weights[v] = exp((logits[v] - max) * scale); returns their sum.
double ck_tempered(float *weights, const float *logits, int count, float scale);
// The first v with weight at which the cumulated weights exceed target; the last with weight if none
// does. Sums blocks of 512 in float32, the blocks in double precision.
int32_t ck_pick(const float *weights, int count, double target);

// One AdamW step on `count` parameters (decoupled decay; PyTorch's torch.optim.AdamW).
// step_size = lr / (1 - beta1^t); inverse_root = 1 / sqrt(1 - beta2^t); decay = 1 - lr * wd.
void ck_adamw(float *parameters, float *first, float *second, const float *gradients, int64_t count,
              float gradient_scale, float beta1, float beta2, float step_size, float inverse_root,
              float epsilon, float decay);

// out[i, :] = table[rows[i], :] and table[rows[i], :] += x[i, :], in the order of i.
void ck_gather_rows(float *out, const float *table, const int32_t *rows, int count, int channels);
void ck_scatter_add_rows(float *table, const float *x, const int32_t *rows, int count,
                         int channels);

// Sum of squares in double precision.
double ck_sum_of_squares(const float *x, int64_t count);
// y += x.
void ck_add(float *y, const float *x, int64_t count);

#ifdef __cplusplus
}
#endif
