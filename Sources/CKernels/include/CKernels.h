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
// dx is added to, dgain is added to.
void ck_rmsnorm_backward(float *dx, float *dgain, const float *dout, const float *x,
                         const float *gain, const float *rstd, int rows, int channels);

// Rotary positions, rotate-half form, in place on `heads` heads of width `dim` at the start of
// each row of `stride` floats. tables: [position, dim/2]. sign -1 applies the inverse (backward).
void ck_rotary(float *x, const float *cosines, const float *sines, const int32_t *positions,
               int rows, int heads, int dim, int stride, float sign);

// SwiGLU. gate_up: [N, 2F] (gate then up). out[n,f] = silu(gate) * up.
void ck_swiglu_forward(float *out, const float *gate_up, int rows, int width);
void ck_swiglu_backward(float *dgate_up, const float *dout, const float *gate_up, int rows,
                        int width);

// Causal attention of one sequence. qkv: [T, (H + 2K) * D], rotated. probabilities: [H, T, T],
// kept for the backward pass (entries above the diagonal are not written). out: [T, H * D].
// scratch: at least 2 * D * (T + 32) floats.
void ck_attention_forward(float *out, float *probabilities, const float *qkv, float *scratch,
                          int length, int heads, int kv_heads, int dim, float scale);
// dqkv: [T, (H + 2K) * D], overwritten. scratch: at least (2 * D + 2) * (T + 32) floats.
void ck_attention_backward(float *dqkv, const float *dout, const float *probabilities,
                           const float *qkv, float *scratch, int length, int heads, int kv_heads,
                           int dim, float scale);

// Attention of one new token against a cache in two parts: the prompt's, shared by its group, and
// the rollout's own. Keys are stored transposed, [K, D, ld]; values [K, ld, D].
// q, out: [H * D]. scratch: at least prefix_length + suffix_length + 64 floats.
void ck_attention_decode(float *out, const float *q, const float *prefix_keys,
                         const float *prefix_values, int prefix_length, int prefix_ld,
                         const float *suffix_keys, const float *suffix_values, int suffix_length,
                         int suffix_ld, float *scratch, int heads, int kv_heads, int dim,
                         float scale);

// Log-softmax at the target. probabilities[m,v] = softmax(logits[m,:]); logprobs[m] =
// log probabilities[m, targets[m]], computed without underflow. May be in place.
void ck_softmax_logprob(float *probabilities, float *logprobs, const float *logits,
                        const int32_t *targets, int rows, int vocabulary);
// dlogits[m,v] = weights[m] * (probabilities[m,v] - [v == targets[m]]).
void ck_cross_entropy_backward(float *dlogits, const float *probabilities, const int32_t *targets,
                               const float *weights, int rows, int vocabulary);
// KL(p || q) per row, exact over the vocabulary, and its gradient added to dlogits:
// dlogits[m,v] += weights[m] * p[v] * (log p[v] - log q[v] - KL). q from its own logits.
void ck_kl_divergence(float *divergence, float *dlogits, const float *logits,
                      const float *reference_logits, const float *weights, int rows,
                      int vocabulary);

// One AdamW step on `count` parameters (decoupled decay; PyTorch's torch.optim.AdamW).
// step_size = lr / (1 - beta1^t); inverse_root = 1 / sqrt(1 - beta2^t); decay = 1 - lr * wd.
void ck_adamw(float *parameters, float *first, float *second, const float *gradients, int64_t count,
              float gradient_scale, float beta1, float beta2, float step_size, float inverse_root,
              float epsilon, float decay);

// Sum of squares in double precision.
double ck_sum_of_squares(const float *x, int64_t count);
// y += x.
void ck_add(float *y, const float *x, int64_t count);

#ifdef __cplusplus
}
#endif
