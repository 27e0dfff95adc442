#!/usr/bin/env Rscript
# Writes Tests/StatisticsTests/Fixtures/{crossed_means,cluster_errors}.json from lmerTest and
# clubSandwich, the references for CrossedMean and for bias-reduced cluster errors.
#
#     Rscript tools/make_inference_fixtures.R
#
# Needs the Debian packages r-cran-lmertest, r-cran-clubsandwich and r-cran-jsonlite. Then run
# tools/make_statistics_fixtures.py, which notes the files in manifest.json.

suppressPackageStartupMessages({
  library(lmerTest)
  library(clubSandwich)
  library(jsonlite)
})

script <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
folder <- file.path(dirname(dirname(normalizePath(script))), "Tests", "StatisticsTests", "Fixtures")
save <- function(rows, name) {
  writeLines(toJSON(rows, auto_unbox = TRUE, digits = 17, na = "null"), file.path(folder, name))
}
set.seed(20261126)

# A mean over crossed seeds and problems. On balanced data with positive components, restricted
# maximum likelihood is the analysis of variance, and lmerTest's Satterthwaite the classical one.
crossed <- list()
for (case in list(c(3, 12, .4, .6, .5), c(5, 20, .2, .8, 1), c(8, 16, .6, .5, .7), c(4, 30, 1, .3, .4))) {
  repeat {
    s <- case[1]; p <- case[2]
    y <- outer(rnorm(s, 0, case[3]), rnorm(p, 0, case[4]), "+") + matrix(rnorm(s * p, 0, case[5]), s) + .3
    d <- data.frame(y = c(y), seed = factor(row(y)), problem = factor(col(y)))
    control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12, maxfun = 1e5))
    fit <- suppressMessages(lmer(y ~ 1 + (1 | seed) + (1 | problem), d, control = control))
    if (min(as.data.frame(VarCorr(fit))$vcov) > 1e-3) break
  }
  row <- coef(summary(fit))
  crossed[[length(crossed) + 1]] <- list(
    scores = y, mean = row[1], standardError = row[2], degreesOfFreedom = row[3], pValue = row[5])
}
save(crossed, "crossed_means.json")

# Least squares with clustered rows: with an intercept, and with a dummy for every group, groups
# nested in clusters. The last has a column that one cluster alone determines.
clusters <- list()
for (case in list(list(3, 12, 1), list(5, 9, 2), list(8, 6, 3), list(5, 8, 2, TRUE), list(4, 10, 1, TRUE))) {
  g <- case[[1]]; n <- case[[2]]; k <- case[[3]]
  within <- length(case) > 3
  size <- n + sample(0:3, g, TRUE)
  cluster <- rep(seq_len(g), size)
  group <- cluster * 10 + unlist(lapply(size, function(m) rep(0:2, length.out = m)))
  x <- matrix(rnorm(sum(size) * k), ncol = k) + rnorm(g)[cluster]
  if (g == 8) x[, 3] <- ifelse(cluster == 2, x[, 3], 0)
  y <- c(x %*% rep(.5, k)) + rnorm(g)[cluster] + rnorm(sum(size))
  d <- data.frame(y = y, x)
  fit <- if (within) lm(reformulate(c(names(d)[-1], "0 + factor(group)"), "y"), d) else lm(y ~ ., d)
  test <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite")
  keep <- if (within) seq_len(k) else seq_len(k + 1)
  clusters[[length(clusters) + 1]] <- list(
    columns = lapply(seq_len(k), function(i) x[, i]), outcome = y, clusters = cluster,
    groups = if (within) I(group) else NA, coefficients = I(test$beta[keep]),
    errors = I(test$SE[keep]), degreesOfFreedom = I(test$df_Satt[keep]), pValues = I(test$p_Satt[keep]))
}
save(clusters, "cluster_errors.json")
