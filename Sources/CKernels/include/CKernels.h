// Plain-C kernels of the language model: float32, row-major, no allocation, no state.
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

// Floats per row of attention probabilities: the prefix's keys and the sequence's own, each rounded
// up to a multiple of 16.
#define CK_ATTENTION_LD(prefix_length, length) \
  (((prefix_length) + 15) / 16 * 16 + ((length) + 15) / 16 * 16)

// Causal attention of one sequence of T tokens starting at row `start` of a packed batch. All of
// its tokens also see a prefix of P tokens starting at row `prefix_start` (P may be 0).
// qkv: [N, (H + 2K) * D], rotated. keys_transposed: [K * D, ld_keys], the batch's keys.
// probabilities: [H, T, CK_ATTENTION_LD(P, T)], kept for the backward pass. out: [N, H * D].
// The three attention kernels may read up to 15 floats past the end of their inputs and ignore
// those values.
void ck_attention_forward(float *out, float *probabilities, const float *qkv,
                          const float *keys_transposed, int64_t ld_keys, int start, int length,
                          int prefix_start, int prefix_length, int heads, int kv_heads, int dim,
                          float scale);
// dqkv: [N, (H + 2K) * D]. Overwrites the sequence's rows, adds to the prefix's keys and values:
// run a prefix before its continuations. values_transposed: [K * D, ld_values].
// scratch: T * CK_ATTENTION_LD(P, T) floats.
void ck_attention_backward(float *dqkv, const float *dout, const float *probabilities,
                           const float *qkv, const float *values_transposed, int64_t ld_values,
                           float *scratch, int start, int length, int prefix_start,
                           int prefix_length, int heads, int kv_heads, int dim, float scale);

// Attention of one new token in each of `rows` sequences that share a prompt and have
// `suffix_length` tokens past it, including the new one; first adds its key and value to the cache.
// qkv: [rows, (H + 2K) * D], rotated. out: [rows, H * D].
// Prompt cache: transposed keys [K * D, prefix_ld]; values [P, K * D].
// Suffix cache: chunks of 16 positions. Row r's part of chunk c starts at chunks[c] +
// chunk_rows[c * chunk_stride + r] * 32 * K * D: transposed keys [K * D, 16], then values
// [16, K * D]. scratch: 6 * (CK_ATTENTION_LD(P, suffix_length)) floats.
void ck_attention_decode(float *out, const float *qkv, int rows, const float *prefix_keys,
                         const float *prefix_values, int prefix_length, int64_t prefix_ld,
                         float *const *chunks, const int32_t *chunk_rows, int chunk_stride,
                         int suffix_length, float *scratch, int heads, int kv_heads, int dim,
                         float scale);

// Log-softmax at the target. probabilities[m,v] = softmax(logits[m,:]); logprobs[m] =
// log probabilities[m, targets[m]], computed without underflow. May run in place.
void ck_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                        const int32_t *targets, int rows, int vocabulary);
// dlogits[m,v] = weights[m] * (probabilities[m,v] - [v == targets[m]]).
void ck_cross_entropy_backward(float *dlogits, const float *probabilities, const int32_t *targets,
                               const float *weights, int rows, int vocabulary);
// KL(p || q) per row, exact over the vocabulary; its gradient is added to dlogits:
// dlogits[m,v] += weights[m] * p[v] * (log p[v] - log q[v] - KL). q comes from its own logits.
void ck_kl_divergence(float *divergence, float *dlogits, const float *logits,
                      const float *reference_logits, const float *weights, int rows,
                      int vocabulary);

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
