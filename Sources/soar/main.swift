print("soar")
