#pragma once
#include <math.h>
#include <stdint.h>
#include <string.h>

// One binary serves every CPU: the loader picks the widest supported variant.
#if defined(__x86_64__)
#define MULTIVERSIONED \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define MULTIVERSIONED
#endif
#define INLINE static inline __attribute__((always_inline))

// Sums may be reassociated to vectorise; the compiler fixes their order. Floating-point settings
// are here and not in compiler flags, so that every optimised build gives bitwise the same results.
#pragma clang fp reassociate(on) contract(fast)

// Declared const: otherwise they may set errno, which prevents vectorisation.
float sqrtf(float) __attribute__((const));
float logf(float) __attribute__((const));

// exp by range reduction to [-ln2/2, ln2/2] and a degree-6 polynomial; relative error below 2e-7.
// Vectorises, unlike libm's.
INLINE float fast_exp(float x) {
  x = x < -87.0f ? -87.0f : x;
  x = x > 88.0f ? 88.0f : x;
  const float magic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer
  const float shifted = x * 1.44269504088896341f + magic;
  const float n = shifted - magic;
  float r = x - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  int32_t bits = ((int32_t)n + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return p * power;
}
