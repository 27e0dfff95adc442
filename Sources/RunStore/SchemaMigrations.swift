/// What later versions of the format add to the tables of version 1. New columns are nullable: old
/// runs hold nothing in them.
///
/// A store of an older version that is opened for reading only stays as it is. What reads such
/// columns therefore goes through `SELECT *`, where a missing column reads as NULL, or asks for
/// the version first, as the digest does.
extension Schema {
  static let versionTwo = """
    ALTER TABLE outer_step ADD COLUMN scheme TEXT;
    ALTER TABLE outer_step ADD COLUMN forward_flops REAL;
    ALTER TABLE outer_step ADD COLUMN backward_flops REAL;

    ALTER TABLE question ADD COLUMN solve_rate REAL;
    ALTER TABLE question ADD COLUMN majority_share REAL;
    ALTER TABLE question ADD COLUMN question_reward REAL;

    DROP VIEW teacher_cost;
    CREATE VIEW teacher_cost AS
      SELECT
        teacher, seed,
        max(scheme) AS scheme,
        count(*) AS steps,
        sum(is_promoted) AS promotions,
        sum(rejected) AS rejected,
        sum(tokens_sampled) AS tokens_sampled,
        sum(tokens_trained) AS tokens_trained,
        CASE WHEN count(forward_flops) = count(*) THEN sum(forward_flops) END AS forward_flops,
        CASE WHEN count(backward_flops) = count(*) THEN sum(backward_flops) END AS backward_flops,
        sum(seconds) AS seconds
      FROM outer_step
      GROUP BY teacher, seed;

    CREATE VIEW question_signal AS
      SELECT
        teacher, seed, step, dataset,
        count(*) AS questions,
        avg(solve_rate) AS solve_rate,
        avg(majority_share) AS majority_share,
        avg(question_reward) AS question_reward
      FROM question
      WHERE solve_rate IS NOT NULL OR majority_share IS NOT NULL OR question_reward IS NOT NULL
      GROUP BY teacher, seed, step, dataset;
    """
}
