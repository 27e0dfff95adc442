import CKernels
import Foundation
public import Numerics

/// How the learning rate moves over a training run of known length.
public enum LearningRateDecay: String, Sendable, Codable, CaseIterable {
  case constant, linear, cosine
}

/// Learning rate as a function of the step: linear warm-up, a plateau, then decay to zero.
public struct LearningRateSchedule: Sendable, Equatable {
  public var peak: Double
  public var warmupSteps: Int
  public var totalSteps: Int
  public var decay: LearningRateDecay
  /// Fraction of the steps, 0...1, after which decay begins; until then the rate stays at its peak.
  public var decayStart: Double

  public init(
    peak: Double, warmupSteps: Int = 0, totalSteps: Int, decay: LearningRateDecay = .constant,
    decayStart: Double = 0
  ) {
    self.peak = peak
    self.warmupSteps = warmupSteps
    self.totalSteps = totalSteps
    self.decay = decay
    self.decayStart = decayStart
  }

  /// Rate at a zero-based step.
  public func rate(at step: Int) -> Double {
    if step < warmupSteps { return peak * Double(step + 1) / Double(warmupSteps) }
    let begin = max(Double(warmupSteps), decayStart * Double(totalSteps))
    let span = Double(totalSteps) - begin
    guard decay != .constant, span > 0 else { return peak }
    let progress = min(1, max(0, (Double(step) - begin) / span))
    return decay == .linear ? peak * (1 - progress) : peak * 0.5 * (1 + cos(.pi * progress))
  }
}

/// AdamW settings (Loshchilov and Hutter, arXiv 1711.05101), defined as in PyTorch.
public struct AdamWParameters: Sendable, Codable, Equatable {
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  /// Decoupled weight decay for matrices; norm gains do not decay.
  public var weightDecay: Double
  /// Largest global L2 norm of the gradient; zero or a negative value disables clipping.
  public var clipNorm: Double

  public init(
    beta1: Double = 0.9, beta2: Double = 0.98, epsilon: Double = 1e-8, weightDecay: Double = 0.01,
    clipNorm: Double = 1
  ) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.clipNorm = clipNorm
  }
}

/// What one optimizer step did.
public struct OptimizerReport: Sendable, Equatable {
  /// Global L2 norm of the gradient before clipping.
  public var gradientNorm: Double
  /// False when the gradient was not finite: the step was skipped and nothing changed.
  public var applied: Bool

  public init(gradientNorm: Double, applied: Bool) {
    self.gradientNorm = gradientNorm
    self.applied = applied
  }
}

/// AdamW with global-norm clipping. `@unchecked Sendable`: it belongs to one learner at a time.
public final class AdamW: @unchecked Sendable {
  public let layout: ParameterLayout
  public var parameters: AdamWParameters
  /// Number of steps taken.
  public private(set) var step: Int
  public let firstMoment: FloatBuffer
  public let secondMoment: FloatBuffer

  public init(_ layout: ParameterLayout, _ parameters: AdamWParameters) {
    self.layout = layout
    self.parameters = parameters
    step = 0
    firstMoment = FloatBuffer(count: layout.count, isRecycled: true)
    secondMoment = FloatBuffer(count: layout.count, isRecycled: true)
  }

  /// Sets the step count after the moments were read from a file.
  func resume(at step: Int) { self.step = step }

  /// One step on `model` along `gradients`.
  public func update(_ model: Transformer, gradients: FloatBuffer, learningRate: Double)
    -> OptimizerReport
  {
    precondition(model.layout == layout && gradients.count == layout.count)
    let p = parameters
    let norm = ck_sum_of_squares(gradients.base, Int64(layout.count)).squareRoot()
    guard norm.isFinite else { return OptimizerReport(gradientNorm: norm, applied: false) }
    step += 1
    let scale = p.clipNorm > 0 ? min(1, p.clipNorm / (norm + 1e-6)) : 1
    let stepSize = learningRate / (1 - pow(p.beta1, Double(step)))
    let inverseRoot = 1 / (1 - pow(p.beta2, Double(step))).squareRoot()
    for tensor in layout.tensors {
      ck_adamw(
        model.parameters.base + tensor.offset, firstMoment.base + tensor.offset,
        secondMoment.base + tensor.offset, gradients.base + tensor.offset, Int64(tensor.count),
        Float(scale), Float(p.beta1), Float(p.beta2), Float(stepSize), Float(inverseRoot),
        Float(p.epsilon), Float(1 - learningRate * (tensor.decays ? p.weightDecay : 0)))
    }
    return OptimizerReport(gradientNorm: norm, applied: true)
  }
}
