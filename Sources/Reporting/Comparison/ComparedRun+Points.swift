import RunStore

extension ComparedRun {
  /// The run as part of one grid point: adds the point's label to the names of its arms and
  /// teachers, so that only seeds of the same point are pooled.
  ///
  public func labelled(_ label: String) -> ComparedRun {
    func name(_ plain: String) -> String { "\(plain) [\(label)]" }
    var run = self
    run.point = label
    run.armOrder = armOrder.map(name)
    run.draws = draws.reduce(into: [:]) { draws, entry in
      draws[name(entry.key)] = TeacherDraw(
        teacher: name(entry.value.teacher), extent: entry.value.extent)
    }
    run.armRuns = armRuns.map { record in
      var record = record
      record.arm = name(record.arm)
      return record
    }
    run.outerSteps = outerSteps.map { step in
      var step = step
      step.teacher = name(step.teacher)
      return step
    }
    run.questions = questions.map { question in
      var question = question
      question.place.teacher = name(question.teacher)
      return question
    }
    run.events = events.map { event in
      var event = event
      event.teacher = event.teacher.map(name)
      event.arm = event.arm.map(name)
      return event
    }
    run.design.teachers = design.teachers.map { teacher in
      var teacher = teacher
      teacher.name = name(teacher.name)
      teacher.matchCostOf = teacher.matchCostOf.map(name)
      return teacher
    }
    run.design.arms = design.arms.map { arm in
      var arm = arm
      arm.name = name(arm.name)
      arm.teacher = arm.teacher.map(name)
      return arm
    }
    return run
  }
}
