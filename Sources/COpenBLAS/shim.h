#pragma once
#include <cblas.h>
#include <stddef.h>

/* LAPACK's divide-and-conquer solver for symmetric matrices, which libopenblas exports under its
   Fortran name; LAPACKE, and with it a C header, is not everywhere. The two lengths at the end are
   those that gfortran passes for the two characters; a LAPACK translated to C ignores them. */
void dsyevd_(
    const char *jobz, const char *uplo, const blasint *n, double *a, const blasint *lda, double *w,
    double *work, const blasint *lwork, blasint *iwork, const blasint *liwork, blasint *info,
    size_t jobz_length, size_t uplo_length);

/* LAPACK's Householder QR factorisation. */
void dgeqrf_(
    const blasint *m, const blasint *n, double *a, const blasint *lda, double *tau, double *work,
    const blasint *lwork, blasint *info);
