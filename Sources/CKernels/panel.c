#include "CKernels.h"
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void) {
  if (pthread_key_create(&key, free) != 0) abort();
}

float *ck_panel(void) {
  pthread_once(&once, make_key);
  float *panel = pthread_getspecific(key);
  if (panel == NULL) {
    panel = aligned_alloc(64, CK_PANEL * sizeof(float));
    if (panel == NULL || pthread_setspecific(key, panel) != 0) abort();
  }
  return panel;
}
