/// Summaries are views over the facts, so a new summary never needs a new run.
extension Schema {
  static let views = """
    CREATE VIEW newest_label AS
      SELECT label.* FROM label
      WHERE version = (
        SELECT max(version) FROM label AS other
        WHERE other.question = label.question AND other.classifier = label.classifier);

    CREATE VIEW question_share AS
      SELECT
        question.teacher, question.seed, question.step, label.classifier,
        count(*) AS questions,
        avg(label.is_well_posed) AS well_posed,
        avg(ifnull(label.is_correct, 0)) AS correct,
        avg(label.operations) AS mean_operations,
        avg(label.target_share) AS target_share,
        count(DISTINCT label.structure) * 1.0 / count(*) AS distinct_share,
        avg(question.token_count) AS mean_tokens
      FROM question JOIN newest_label AS label ON label.question = question.id
      GROUP BY question.teacher, question.seed, question.step, label.classifier;

    CREATE VIEW error_share AS
      SELECT
        question.teacher, question.seed, question.step, label.classifier, label.error_type,
        count(*) AS questions
      FROM question JOIN newest_label AS label ON label.question = question.id
      GROUP BY question.teacher, question.seed, question.step, label.classifier, label.error_type;

    CREATE VIEW promotion_question AS
      SELECT question.*
      FROM question JOIN dataset USING (teacher, seed, step, dataset)
      WHERE dataset.is_promoted;

    CREATE VIEW success_count AS
      SELECT
        evaluation.arm, evaluation.seed, evaluation.split, evaluation.kind, evaluation.step,
        evaluation.samples_per_problem AS samples, evaluation_problem.successes,
        count(*) AS problems
      FROM evaluation JOIN evaluation_problem ON evaluation_problem.evaluation = evaluation.id
      GROUP BY evaluation.id, evaluation_problem.successes;

    CREATE VIEW evaluation_accuracy AS
      SELECT
        arm, seed, split, kind, step, samples,
        sum(problems) AS problems,
        sum(problems * successes) * 1.0 / (samples * sum(problems)) AS accuracy,
        sum(CASE WHEN successes > 0 THEN problems ELSE 0 END) * 1.0 / sum(problems)
          AS solved_at_least_once
      FROM success_count
      GROUP BY arm, seed, split, kind, step, samples;

    CREATE VIEW teacher_cost AS
      SELECT
        teacher, seed,
        count(*) AS steps,
        sum(is_promoted) AS promotions,
        sum(rejected) AS rejected,
        sum(tokens_sampled) AS tokens_sampled,
        sum(tokens_trained) AS tokens_trained,
        sum(seconds) AS seconds
      FROM outer_step
      GROUP BY teacher, seed;

    CREATE VIEW reward_spread AS
      SELECT
        teacher, seed, step, dataset,
        count(*) AS repeats,
        avg(reward) AS mean_reward,
        min(reward) AS least_reward,
        max(reward) AS greatest_reward
      FROM student_training
      GROUP BY teacher, seed, step, dataset;
    """
}
