#include "CKernels.h"
#include "kernels.h"

MULTIVERSIONED
void ck_rmsnorm_forward(float *restrict out, float *restrict rstd, const float *restrict x,
                        const float *restrict gain, int rows, int channels, float epsilon) {
  for (int n = 0; n < rows; n++) {
    const float *row = x + (int64_t)n * channels;
    float *target = out + (int64_t)n * channels;
    float sum = 0;
    for (int c = 0; c < channels; c++) sum += row[c] * row[c];
    const float inverse = 1.0f / sqrtf(sum / (float)channels + epsilon);
    rstd[n] = inverse;
    for (int c = 0; c < channels; c++) target[c] = row[c] * inverse * gain[c];
  }
}

MULTIVERSIONED
void ck_rmsnorm_backward(float *restrict dx, float *restrict dgain, const float *restrict dout,
                         const float *restrict x, const float *restrict gain,
                         const float *restrict rstd, int rows, int channels) {
  for (int n = 0; n < rows; n++) {
    const float *row = x + (int64_t)n * channels;
    const float *dy = dout + (int64_t)n * channels;
    float *target = dx + (int64_t)n * channels;
    const float inverse = rstd[n];
    float dot = 0;
    for (int c = 0; c < channels; c++) dot += dy[c] * gain[c] * row[c];
    const float shared = dot * inverse * inverse * inverse / (float)channels;
    for (int c = 0; c < channels; c++) {
      dgain[c] += dy[c] * row[c] * inverse;
      target[c] += dy[c] * gain[c] * inverse - row[c] * shared;
    }
  }
}

MULTIVERSIONED
void ck_head_norm_forward(float *restrict x, float *restrict input, float *restrict rstd,
                          const float *restrict gain, int rows, int heads, int dim, int stride,
                          float epsilon) {
  for (int n = 0; n < rows; n++) {
    for (int h = 0; h < heads; h++) {
      float *head = x + (int64_t)n * stride + h * dim;
      float *kept = input + (int64_t)n * stride + h * dim;
      float sum = 0;
      for (int i = 0; i < dim; i++) sum += head[i] * head[i];
      const float inverse = 1.0f / sqrtf(sum / (float)dim + epsilon);
      rstd[(int64_t)n * heads + h] = inverse;
      for (int i = 0; i < dim; i++) {
        kept[i] = head[i];
        head[i] = head[i] * inverse * gain[i];
      }
    }
  }
}

MULTIVERSIONED
void ck_head_norm_backward(float *restrict dx, float *restrict dgain, const float *restrict input,
                           const float *restrict gain, const float *restrict rstd, int rows,
                           int heads, int dim, int stride) {
  for (int n = 0; n < rows; n++) {
    for (int h = 0; h < heads; h++) {
      float *d = dx + (int64_t)n * stride + h * dim;
      const float *x = input + (int64_t)n * stride + h * dim;
      const float inverse = rstd[(int64_t)n * heads + h];
      float dot = 0;
      for (int i = 0; i < dim; i++) dot += d[i] * gain[i] * x[i];
      const float shared = dot * inverse * inverse * inverse / (float)dim;
      for (int i = 0; i < dim; i++) {
        dgain[i] += d[i] * x[i] * inverse;
        d[i] = d[i] * gain[i] * inverse - x[i] * shared;
      }
    }
  }
}

MULTIVERSIONED
void ck_bias_forward(float *restrict y, const float *restrict bias, int rows, int width) {
  for (int n = 0; n < rows; n++) {
    float *row = y + (int64_t)n * width;
    for (int o = 0; o < width; o++) row[o] += bias[o];
  }
}

MULTIVERSIONED
void ck_bias_backward(float *restrict dbias, const float *restrict dy, int rows, int width) {
  for (int n = 0; n < rows; n++) {
    const float *row = dy + (int64_t)n * width;
    for (int o = 0; o < width; o++) dbias[o] += row[o];
  }
}

MULTIVERSIONED
void ck_rotary(float *restrict x, const float *restrict cosines, const float *restrict sines,
               const int32_t *restrict positions, int rows, int heads, int dim, int stride,
               float sign) {
  const int half = dim / 2;
  for (int n = 0; n < rows; n++) {
    const float *c = cosines + (int64_t)positions[n] * half;
    const float *s = sines + (int64_t)positions[n] * half;
    for (int h = 0; h < heads; h++) {
      float *first = x + (int64_t)n * stride + h * dim;
      float *second = first + half;
      for (int i = 0; i < half; i++) {
        const float a = first[i], b = second[i];
        first[i] = a * c[i] - b * s[i] * sign;
        second[i] = b * c[i] + a * s[i] * sign;
      }
    }
  }
}

MULTIVERSIONED
void ck_swiglu_forward(float *restrict out, const float *restrict gate_up, int rows, int width) {
  for (int n = 0; n < rows; n++) {
    const float *gate = gate_up + (int64_t)n * 2 * width;
    const float *up = gate + width;
    float *target = out + (int64_t)n * width;
    for (int f = 0; f < width; f++) target[f] = gate[f] / (1.0f + fast_exp(-gate[f])) * up[f];
  }
}

MULTIVERSIONED
void ck_swiglu_backward(float *restrict dgate_up, const float *restrict dout,
                        const float *restrict gate_up, int rows, int width) {
  for (int n = 0; n < rows; n++) {
    const float *gate = gate_up + (int64_t)n * 2 * width;
    const float *up = gate + width;
    const float *dy = dout + (int64_t)n * width;
    float *dgate = dgate_up + (int64_t)n * 2 * width;
    float *dup = dgate + width;
    for (int f = 0; f < width; f++) {
      const float sigmoid = 1.0f / (1.0f + fast_exp(-gate[f]));
      const float silu = gate[f] * sigmoid;
      dup[f] = dy[f] * silu;
      dgate[f] = dy[f] * up[f] * (sigmoid + silu * (1.0f - sigmoid));
    }
  }
}

MULTIVERSIONED
void ck_adamw(float *restrict parameters, float *restrict first, float *restrict second,
              const float *restrict gradients, int64_t count, float gradient_scale, float beta1,
              float beta2, float step_size, float inverse_root, float epsilon, float decay) {
  for (int64_t i = 0; i < count; i++) {
    const float g = gradients[i] * gradient_scale;
    const float m = beta1 * first[i] + (1.0f - beta1) * g;
    const float v = beta2 * second[i] + (1.0f - beta2) * g * g;
    first[i] = m;
    second[i] = v;
    parameters[i] = parameters[i] * decay - step_size * m / (sqrtf(v) * inverse_root + epsilon);
  }
}

MULTIVERSIONED
double ck_sum_of_squares(const float *x, int64_t count) {
  double sum = 0;
  for (int64_t i = 0; i < count; i++) sum += (double)x[i] * (double)x[i];
  return sum;
}

MULTIVERSIONED
void ck_add(float *restrict y, const float *restrict x, int64_t count) {
  for (int64_t i = 0; i < count; i++) y[i] += x[i];
}

void ck_gather_rows(float *out, const float *table, const int32_t *rows, int count, int channels) {
  const size_t size = sizeof(float) * (size_t)channels;
  for (int i = 0; i < count; i++)
    memcpy(out + (int64_t)i * channels, table + (int64_t)rows[i] * channels, size);
}

MULTIVERSIONED
void ck_scatter_add_rows(float *restrict table, const float *restrict x,
                         const int32_t *restrict rows, int count, int channels) {
  for (int i = 0; i < count; i++) {
    float *row = table + (int64_t)rows[i] * channels;
    const float *addend = x + (int64_t)i * channels;
    for (int c = 0; c < channels; c++) row[c] += addend[c];
  }
}
